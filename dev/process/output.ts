import { createWriteStream, renameSync, type WriteStream } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const errorLine = z.object({
  level: z.enum(['error', 'fatal']),
  msg: z.string().default('Something failed'),
  err: z.object({ message: z.string() }).partial().optional(),
});

/** What a child writes: all of it into a log file (the one of the start before is kept), errors to the terminal. */
export class ChildOutput {
  readonly #log: WriteStream;
  readonly #onTrouble: (line: string) => void;

  constructor(file: string, onTrouble: (line: string) => void) {
    try {
      renameSync(file, file.replace(/\.log$/, '.previous.log'));
    } catch {
      // There was none.
    }
    this.#log = createWriteStream(file);
    this.#onTrouble = onTrouble;
  }

  follow(child: ChildProcess): void {
    for (const stream of ['stdout', 'stderr'] as const) {
      const input = child[stream];
      if (input) createInterface({ input }).on('line', (line) => this.#take(line, stream));
    }
  }

  #take(line: string, stream: 'stdout' | 'stderr'): void {
    this.#log.write(`${line}\n`);
    const trouble = troubleIn(line, stream);
    if (trouble) this.#onTrouble(trouble);
  }
}

/** What a person at the terminal should see at once: error lines of structured logs, and plain stderr. */
export function troubleIn(line: string, stream: 'stdout' | 'stderr'): string | null {
  if (line.startsWith('{')) return troubleInLog(line);
  if (stream === 'stdout' || line.trim() === '') return null;
  return isNodeWarning(line) ? null : line;
}

function troubleInLog(line: string): string | null {
  try {
    const { msg, err } = errorLine.parse(JSON.parse(line));
    return err?.message && err.message !== msg ? `${msg}: ${err.message}` : msg;
  } catch {
    return null;
  }
}

function isNodeWarning(line: string): boolean {
  return /^\(node:\d+\) \w*Warning|^\(Use `node --trace/.test(line);
}
