import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcessTree, killProcessTree } from './end-process';
import { ChildOutput } from './output';
import type { RunRecord } from './run-record';

export type ChildrenOptions = {
  readonly cwd: string;
  readonly logFolder: string;
  /** Where the children are noted; null for tools that join a stack another process owns. */
  readonly record: RunRecord | null;
  /** Told, with the child's name, what a person at the terminal should see. */
  readonly tell: (name: string, line: string) => void;
};

export type Command = {
  readonly name: string;
  /** Of `node`. */
  readonly args: readonly string[];
  /** The whole environment of the child. */
  readonly environment: Readonly<Record<string, string>>;
};

/** A command that had to succeed did not. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** A child that ran this long was well; its next failure counts as the first. */
const WELL_AFTER_MS = 20_000;
const GRACE_MS = 5_000;

/**
 * The Node processes a stack runs. Each leads a process group of its own, so that Ctrl-C in the terminal reaches
 * it through us and in order, and is recorded, so that the next start finds it if we are killed.
 */
export class Children {
  readonly #options: ChildrenOptions;
  readonly #running = new Set<ChildProcess>();
  #stopping = false;

  constructor(options: ChildrenOptions) {
    this.#options = options;
    mkdirSync(options.logFolder, { recursive: true });
  }

  /** Runs a command to its end, its output on the terminal. Throws `CommandFailed` unless it exits with 0. */
  async run(command: Command): Promise<void> {
    const outcome = await exitOf(this.#spawn(command, ['ignore', 'inherit', 'inherit']));
    if (outcome !== 0) throw new CommandFailed(`${command.name} failed (${describe(outcome)}).`);
  }

  /**
   * Starts a command that is to run until the stack stops, its output in `<name>.log`. Resolves when `untilUp`
   * does, and throws `CommandFailed` when the command ends before that. When it ends by itself later, that is
   * told and it is started again, after a longer pause each time it fails soon.
   */
  async keep(command: Command, untilUp: () => Promise<void> = async () => {}): Promise<void> {
    const { name } = command;
    const tell = (line: string) => {
      if (!this.#stopping) this.#options.tell(name, line);
    };
    const logFile = path.join(this.#options.logFolder, `${name}.log`);
    const output = new ChildOutput(logFile, tell);
    let isUp = false;
    const failed = new Promise<never>((_, reject) => {
      const onExit = (outcome: Outcome) => {
        if (!isUp)
          reject(new CommandFailed(`${name} did not start (${describe(outcome)}). Its log is ${logFile}.`));
        return isUp;
      };
      this.#keepRunning(command, output, tell, onExit).catch(reject);
    });
    await Promise.race([failed, untilUp()]);
    isUp = true;
  }

  /** Ends all of them, politely at first; resolves when they are gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#pids().map((pid) => endProcessTree(pid, GRACE_MS)));
  }

  /** Ends all of them at once and does not wait. */
  kill(): void {
    this.#stopping = true;
    for (const pid of this.#pids()) killProcessTree(pid);
  }

  #pids(): number[] {
    return [...this.#running].flatMap(({ pid }) => pid ?? []);
  }

  async #keepRunning(
    command: Command,
    output: ChildOutput,
    tell: (line: string) => void,
    onExit: (outcome: Outcome) => boolean,
  ): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!this.#stopping) {
      const startedAt = Date.now();
      const child = this.#spawn(command, ['ignore', 'pipe', 'pipe']);
      output.follow(child);
      const outcome = await exitOf(child);
      if (this.#stopping || !onExit(outcome)) return;
      if (Date.now() - startedAt > WELL_AFTER_MS) pauseMs = FIRST_PAUSE_MS;
      tell(`ended by itself (${describe(outcome)}); it is started again in ${pauseMs / 1000} s`);
      await sleep(pauseMs, undefined, { ref: false });
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }

  #spawn({ name, args, environment }: Command, stdio: StdioOptions): ChildProcess {
    if (this.#stopping) throw new CommandFailed(`${name} is not started, because the stack is stopping.`);
    const child = spawn(process.execPath, args, {
      cwd: this.#options.cwd,
      env: { NODE_ENV: 'development', ...environment },
      stdio,
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.#running.add(child);
    const { pid } = child;
    if (pid) void this.#options.record?.addChild(name, pid);
    child.once('exit', () => {
      this.#running.delete(child);
      if (pid) this.#options.record?.removeChild(pid);
    });
    return child;
  }
}

/** An exit code, or the signal that ended it. */
type Outcome = number | NodeJS.Signals | null;

function exitOf(child: ChildProcess): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // Not at `exit`: the last lines of output come before `close`.
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
}

function describe(outcome: Outcome): string {
  return typeof outcome === 'number' ? `exit code ${outcome}` : `ended by ${outcome}`;
}
