import type { Finished } from './command';
import type { Counts } from './reports';

export type Step = {
  readonly title: string;
  readonly run: () => Promise<StepResult>;
};

export type StepResult = Counts & {
  /** What a person needs to see when something failed. */
  readonly report: string;
};

const REPORT_LINES = 120;

/** Runs the steps one after the other, a line each, with the story of those that fail; `live` ones told it themselves. */
export async function runSteps(steps: readonly Step[], { live }: { live: boolean }): Promise<Counts> {
  let passed = 0;
  let failed = 0;
  for (const { title, run } of steps) {
    const rewrites = process.stdout.isTTY && !live;
    if (rewrites) process.stdout.write(`  ...     ${title}`);
    const startedAt = performance.now();
    const result = await run().catch(fromFault);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const rewind = rewrites ? '\r\u001b[2K' : '';
    const word = result.failed === 0 ? 'ok    ' : 'FAILED';
    const counts =
      result.passed + result.failed > 1 ? `, ${result.passed} of ${result.passed + result.failed}` : '';
    console.log(`${rewind}  ${word}  ${title} (${seconds} s${counts})`);
    if (result.failed > 0 && !live) console.log(`\n${indent(result.report)}\n`);
    passed += result.passed;
    failed += result.failed;
  }
  return { passed, failed };
}

/** A command as one check, or as the tests it reported. */
export function resultOf({ ok, output, logFile }: Finished, counts?: () => Counts): StepResult {
  const report = `${lastLines(output)}\n(all of it: ${logFile})`;
  const reported = counts ? quietly(counts) : null;
  if (!reported) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, report };
  return { ...reported, failed: ok ? reported.failed : Math.max(1, reported.failed), report };
}

function fromFault(error: unknown): StepResult {
  const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { passed: 0, failed: 1, report };
}

/** A command that fell over before it reported has nothing to count. */
function quietly(counts: () => Counts): Counts | null {
  try {
    return counts();
  } catch {
    return null;
  }
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-REPORT_LINES).join('\n');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
