import { parseArgs } from 'node:util';
import { stopOnSignals } from '@/dev/stop-signals';
import { checkSteps, unitSteps } from './runner/checks';
import { endCommands } from './runner/command';
import { Journeys } from './runner/journeys';
import { runSteps } from './runner/steps';

/**
 * `npm test`: everything that has to hold, what is quickest to know first. A line for each step; the last line
 * sums up. `--only check|unit|e2e` runs a part, with its whole output; `--only e2e <file>` walks one journey in
 * the last run's shop and build (as far as it is not stale), or with `--fresh` in new
 * ones. `--draw` saves a picture of each page that is looked at.
 */
const PARTS = ['check', 'unit', 'e2e'] as const;

const { values, positionals: files } = parseArgs({
  options: {
    only: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    draw: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
if (values.only !== undefined && !PARTS.some((part) => part === values.only)) {
  console.error(`--only takes one of ${PARTS.join(', ')}.`);
  process.exit(2);
}
const live = values.only !== undefined;
const wants = (part: (typeof PARTS)[number]) => !live || values.only === part;

const journeys = new Journeys({ fresh: values.fresh || !live, draw: values.draw, files, live });
stopOnSignals({
  stop: async () => {
    endCommands();
    await journeys.stop();
  },
  kill: () => journeys.kill(),
  exitCode: 130,
});

const steps = [
  ...(wants('check') ? checkSteps(live) : []),
  ...(wants('unit') ? unitSteps(files, live) : []),
  ...(wants('e2e') ? journeys.steps : []),
];
const { passed, failed } = await runSteps(steps, { live });
await journeys.stop();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
