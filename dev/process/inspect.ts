import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `startedAt` is an opaque token: with the id it tells a process from a later one that got the same id. */
export type ProcessFacts = { readonly command: string; readonly startedAt: string };

/** What the operating system knows of a process, or null when there is none of that id. */
export async function inspectProcess(pid: number): Promise<ProcessFacts | null> {
  if (!isAlive(pid)) return null;
  if (process.platform === 'linux') return inspectOnLinux(pid);
  const line = await (process.platform === 'win32' ? askPowerShell(pid) : askPs(pid));
  const [startedAt, command] = line.split('\t');
  return startedAt && command ? { startedAt, command } : null;
}

/** Whether a process of that id runs, ours or not. One that ended but was not collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return process.platform !== 'linux' || statFields(pid)?.[0] !== 'Z';
}

/** Resolves to true once the process is gone, to false when it outlives the wait. */
export async function waitForExit(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

async function inspectOnLinux(pid: number): Promise<ProcessFacts | null> {
  const startedAt = statFields(pid)?.[19];
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return startedAt && command !== null ? { startedAt, command: command.replaceAll('\0', ' ').trim() } : null;
}

/** The fields of /proc/<pid>/stat after the name, which may hold spaces: state is first, start time the 20th. */
function statFields(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

async function askPs(pid: number): Promise<string> {
  // lstart is always 24 characters wide: `Mon Jan  5 10:11:12 2026`.
  const { stdout } = await run('ps', ['-o', 'lstart=,command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return `${stdout.slice(0, 24)}\t${stdout.slice(24).trim()}`;
}

async function askPowerShell(pid: number): Promise<string> {
  const script = `$p = Get-Process -Id ${pid}; "$($p.StartTime.ToFileTimeUtc())\`t$($p.Path)"`;
  const args = ['-NoProfile', '-NonInteractive', '-Command', script];
  const { stdout } = await run('powershell', args, { windowsHide: true }).catch(() => ({ stdout: '' }));
  return stdout.trim();
}
