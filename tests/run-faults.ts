import { stopOnSignals } from '@/dev/stop-signals';
import { endCommands, runCommand } from './runner/command';

/**
 * `npm run test:faults`: the tests of `tests/faults` with as many random stories as it takes to trust them; a quick
 * size runs with `npm test`. `npm run test:faults -- 1000` tells another number.
 */
const RUNS = process.argv[2] ?? '300';

stopOnSignals({ stop: async () => endCommands(), kill: endCommands, exitCode: 130 });
const { ok } = await runCommand({
  name: 'faults',
  args: ['node_modules/vitest/vitest.mjs', 'run', 'tests/faults'],
  environment: { SOUK_FAULT_RUNS: RUNS },
  live: true,
});
process.exit(ok ? 0 : 1);
