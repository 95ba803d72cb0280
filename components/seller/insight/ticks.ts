const MOST_STEPS = 4;

/** Round values from nothing to at least `most`, evenly apart, in whole numbers: 0, 20, 40, 60. */
export function ticksUpTo(most: number): number[] {
  const step = roundUp(Math.max(1, most) / MOST_STEPS);
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, index) => index * step);
}

/** The next of 1, 2, 5, 10, 20, 50 … */
function roundUp(value: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(value)));
  return power * ([1, 2, 5].find((times) => times * power >= value) ?? 10);
}
