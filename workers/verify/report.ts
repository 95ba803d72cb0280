import type { Finding } from '@/lib/proof/model';

const NAME_WIDTH = 86;

/** What a person reads of a proof: one line a check, and under a broken one what breaks it. */
export function reportOf(findings: readonly Finding[]): string {
  const broken = findings.filter((finding) => finding.broken > 0);
  const summary =
    broken.length === 0
      ? `All ${findings.length} checks hold.`
      : `${broken.length} of ${findings.length} checks are broken.`;
  return [...findings.flatMap(linesOf), '', summary].join('\n');
}

function linesOf({ check, broken, examples, milliseconds }: Finding): string[] {
  const head = `${broken === 0 ? 'ok    ' : 'BROKEN'}  ${check.padEnd(NAME_WIDTH)} ${String(milliseconds).padStart(6)} ms`;
  if (broken === 0) return [head];
  const rest = broken - examples.length;
  return [
    head,
    ...examples.map((example) => `          ${example}`),
    ...(rest > 0 ? [`          and ${rest} more`] : []),
  ];
}
