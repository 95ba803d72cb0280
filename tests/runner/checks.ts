import { runCommand } from './command';
import { vitestCounts } from './reports';
import { resultOf, type Step } from './steps';

const UNIT_REPORT = '.souk/test/unit.json';

/** What can be known without running the product. */
export function checkSteps(live: boolean): Step[] {
  return [
    check('formatting', [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '--cache',
      '--log-level',
      'warn',
      '.',
    ]),
    check('lint', ['--import', 'tsx', 'dev/check/lint.ts']),
    check('route types', ['node_modules/next/dist/bin/next', 'typegen']),
    check('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  ];

  function check(title: string, args: readonly string[]): Step {
    return {
      title,
      run: async () => resultOf(await runCommand({ name: title.replace(' ', '-'), args, live })),
    };
  }
}

/** Rules by themselves, and the product on a real database. */
export function unitSteps(files: readonly string[], live: boolean): Step[] {
  // Where only the end of it is shown, that is to be what failed.
  const told = live ? 'default' : 'dot';
  const reporters = [`--reporter=${told}`, '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...files];
  const run = async () => {
    const finished = await runCommand({ name: 'unit', args, live });
    return resultOf(finished, () => vitestCounts(UNIT_REPORT));
  };
  return [{ title: 'unit and database tests', run }];
}
