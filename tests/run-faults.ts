import { parseArgs } from 'node:util';
import { stopOnSignals } from '@/dev/stop-signals';
import { endCommands, runCommand } from './runner/command';
import { resultOf, runSteps, type Step } from './runner/steps';
import { Storm } from './runner/storm';

/**
 * `npm run test:faults`: the tests of `tests/faults` with as many random stories as it takes to trust them (a quick size
 * runs with `npm test`), then 500 buyers at once, then checkouts and refunds in a shop whose processes are killed all the
 * while. `-- 1000` tells another number of stories and checkouts; `--only stories|race|kills` runs one of them, `--seed`
 * another storm, and `--again` takes the last storm's shop and build as far as it is not stale.
 */
const PARTS = ['stories', 'race', 'kills'] as const;

const { values, positionals } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    again: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
if (values.only !== undefined && !PARTS.some((part) => part === values.only)) {
  console.error(`--only takes one of ${PARTS.join(', ')}.`);
  process.exit(2);
}
const wants = (part: (typeof PARTS)[number]) => values.only === undefined || values.only === part;
const count = Number(positionals[0] ?? '300');

const storm = new Storm({ checkouts: count, seed: values.seed, fresh: !values.again });
stopOnSignals({
  stop: async () => {
    endCommands();
    await storm.stop();
  },
  kill: () => storm.kill(),
  exitCode: 130,
});

const stories: Step = {
  title: `${count} random stories`,
  run: async () =>
    resultOf(
      await runCommand({
        name: 'faults',
        args: ['node_modules/vitest/vitest.mjs', 'run', 'tests/faults'],
        environment: { SOUK_FAULT_RUNS: String(count) },
        live: true,
      }),
    ),
};
const { failed } = await runSteps(
  [
    ...(wants('stories') ? [stories] : []),
    ...(wants('race') || wants('kills') ? storm.opening : []),
    ...(wants('race') ? [storm.race] : []),
    ...(wants('kills') ? [storm.kills] : []),
  ],
  { live: true },
);
await storm.stop();
process.exit(failed === 0 ? 0 : 1);
