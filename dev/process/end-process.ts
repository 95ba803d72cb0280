import { spawnSync } from 'node:child_process';
import { waitForExit } from './inspect';

/** Ends at once a process that leads its own group, with everything it started. Does not wait. */
export function killProcessTree(pid: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // It is gone already, or leads no group.
    }
  }
}

/** Asks the process to end, gives it `graceMs`, then ends it and all it started. Resolves when it is gone. */
export async function endProcessTree(pid: number, graceMs = 3_000): Promise<void> {
  try {
    if (process.platform !== 'win32') process.kill(pid, 'SIGTERM');
    await waitForExit(pid, process.platform === 'win32' ? 0 : graceMs);
  } catch {
    // It is gone already; what it started may not be.
  }
  killProcessTree(pid);
  await waitForExit(pid, 2_000);
}
