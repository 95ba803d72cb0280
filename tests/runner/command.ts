import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';

export const LOG_FOLDER = '.souk/test/logs';

export type Command = {
  /** Names the log. */
  readonly name: string;
  /** Of `node`. */
  readonly args: readonly string[];
  /** Over this process's own environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Also on the terminal while it runs. */
  readonly live?: boolean;
};

export type Finished = { readonly ok: boolean; readonly output: string; readonly logFile: string };

const running = new Set<ReturnType<typeof spawn>>();

/** Runs a Node program to its end; what it says goes to `.souk/test/logs/<name>.log`. Never throws. */
export async function runCommand({ name, args, environment, live = false }: Command): Promise<Finished> {
  mkdirSync(LOG_FOLDER, { recursive: true });
  const logFile = path.join(LOG_FOLDER, `${name}.log`);
  const log = createWriteStream(logFile);
  const chunks: Buffer[] = [];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: process.env.NODE_ENV, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      log.write(chunk);
      if (live) process.stdout.write(chunk);
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  running.delete(child);
  log.end();
  await once(log, 'close');
  return { ok: code === 0, output: Buffer.concat(chunks).toString('utf8'), logFile };
}

/** Asks every command that still runs to end. */
export function endCommands(): void {
  for (const child of running) child.kill('SIGTERM');
}
