/** A figure beside what it should be. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: '%' | 'x' | 'ms' | 's' | '/s' | 'KB' | 'MB' | '';
  readonly goal?: { readonly atLeast: number } | { readonly atMost: number };
  /** What it was computed from. */
  readonly detail?: string;
};

/** Prints one line; true when the goal, if there is one, is met. */
export function report({ name, value, unit, goal, detail }: Figure): boolean {
  const isMet = goal === undefined || ('atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost);
  const wanted =
    goal === undefined ? '' : 'atLeast' in goal ? `>= ${goal.atLeast} ${unit}` : `<= ${goal.atMost} ${unit}`;
  const mark = goal === undefined ? '    ' : isMet ? 'ok  ' : 'MISS';
  console.log(
    `  ${mark} ${name.padEnd(52)} ${`${round(value)} ${unit}`.padStart(12)}  ${wanted.padEnd(12)} ${detail ?? ''}`,
  );
  return isMet;
}

function round(value: number): string {
  return Math.abs(value) >= 100
    ? value.toFixed(0)
    : Math.abs(value) >= 10
      ? value.toFixed(1)
      : value.toFixed(2);
}
