import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { endProcessTree } from './end-process';
import { inspectProcess, waitForExit } from './inspect';

const processId = z.object({ pid: z.number(), startedAt: z.string() });

const recordSchema = z.object({
  owner: processId,
  /** What the stack adds to the configured environment, once its services run. */
  environment: z.record(z.string(), z.string()).nullable(),
  children: z.array(processId.extend({ name: z.string() })),
});

type Contents = z.infer<typeof recordSchema>;

const TAKEOVER_TIMEOUT_MS = 20_000;

/**
 * The file in the state folder that names the process which runs the stack there, its children and what it
 * tells them. It lets a later start find what a killed one left behind, and tools join a running stack.
 */
export class RunRecord {
  readonly #file: string;
  #contents: Contents;
  #released = false;

  private constructor(file: string, contents: Contents) {
    this.#file = file;
    this.#contents = contents;
  }

  /**
   * Makes this process the owner of the folder. One that runs there already is asked to stop first, and what a
   * dead one left running is ended.
   */
  static async claim(stateDir: string, say: (line: string) => void): Promise<RunRecord> {
    mkdirSync(stateDir, { recursive: true });
    const file = fileIn(stateDir);
    const facts = await inspectProcess(process.pid);
    const owner = { pid: process.pid, startedAt: facts?.startedAt ?? '' };
    const contents: Contents = { owner, environment: null, children: [] };
    while (!createExclusively(file, contents)) {
      await endPrevious(file, say);
      rmSync(file, { force: true });
    }
    return new RunRecord(file, contents);
  }

  /** What the stack that runs on the folder now adds to the configured environment; null when none runs. */
  static async environmentOf(stateDir: string): Promise<Record<string, string> | null> {
    const contents = read(fileIn(stateDir));
    return contents && (await isStillThere(contents.owner)) ? contents.environment : null;
  }

  /** The process ids of what runs for the stack on the folder, by name: those that are being started again are missing. */
  static childrenOf(stateDir: string): ReadonlyMap<string, number> {
    return new Map((read(fileIn(stateDir))?.children ?? []).map(({ name, pid }) => [name, pid]));
  }

  /** Ends whatever runs on the folder, by its owner if that lives. */
  static async end(stateDir: string, say: (line: string) => void): Promise<void> {
    await endPrevious(fileIn(stateDir), say);
    rmSync(fileIn(stateDir), { force: true });
  }

  publish(environment: Readonly<Record<string, string>>): void {
    this.#write({ ...this.#contents, environment: { ...environment } });
  }

  async addChild(name: string, pid: number): Promise<void> {
    const facts = await inspectProcess(pid);
    if (!facts) return;
    const child = { name, pid, startedAt: facts.startedAt };
    this.#write({ ...this.#contents, children: [...this.#contents.children, child] });
  }

  removeChild(pid: number): void {
    this.#write({
      ...this.#contents,
      children: this.#contents.children.filter((child) => child.pid !== pid),
    });
  }

  /** Gives the folder up; nothing is recorded any more. */
  release(): void {
    this.#released = true;
    if (read(this.#file)?.owner.pid === process.pid) rmSync(this.#file, { force: true });
  }

  #write(contents: Contents): void {
    if (this.#released) return;
    this.#contents = contents;
    const unfinished = `${this.#file}.unfinished`;
    writeFileSync(unfinished, JSON.stringify(contents, null, 2), { mode: 0o600 });
    renameSync(unfinished, this.#file);
  }
}

function fileIn(stateDir: string): string {
  return path.join(stateDir, 'run.json');
}

function createExclusively(file: string, contents: Contents): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeFileSync(handle, JSON.stringify(contents, null, 2));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Null when there is none, or when its writer was killed in the middle of it. */
function read(file: string): Contents | null {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

async function endPrevious(file: string, say: (line: string) => void): Promise<void> {
  const contents = read(file);
  if (!contents) return;
  const { owner, children } = contents;
  if (owner.pid !== process.pid && (await isStillThere(owner))) {
    say(`Souk runs here already (process ${owner.pid}); it is stopped first.`);
    process.kill(owner.pid, 'SIGTERM');
    if (!(await waitForExit(owner.pid, TAKEOVER_TIMEOUT_MS))) await endProcessTree(owner.pid);
  }
  for (const child of children) {
    if (!(await isStillThere(child))) continue;
    await endProcessTree(child.pid);
    say(`A process left running by an earlier start was ended (${child.name}, process ${child.pid}).`);
  }
}

async function isStillThere({ pid, startedAt }: z.infer<typeof processId>): Promise<boolean> {
  return (await inspectProcess(pid))?.startedAt === startedAt;
}
