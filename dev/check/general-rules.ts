import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const packageFile = createRequire(import.meta.url).resolve('oxlint/package.json');
const OXLINT = path.join(path.dirname(packageFile), 'bin', 'oxlint');

/** Runs oxlint by `.oxlintrc.json`, types included; every finding is an error. */
export function lintGeneral(root: string, args: readonly string[], stdout: 'inherit' | 'pipe') {
  const command = [OXLINT, '--type-aware', '--deny-warnings', ...args];
  const run = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'inherit'],
  });
  return { clean: run.status === 0, output: run.stdout ?? '' };
}
