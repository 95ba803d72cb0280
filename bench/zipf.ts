import { randomFrom } from '@/db/seed/random';

export type Popularity<T> = {
  /** The most popular first. */
  readonly ranked: readonly T[];
  readonly draw: () => T;
};

/**
 * Draws from `items` as people ask for products: the n-th most popular one n times more rarely than the first
 * (Zipf's law, exponent 1). Which ones are popular is chance, but the same every time.
 */
export function zipf<T>(items: readonly T[], name: string): Popularity<T> {
  const random = randomFrom(name);
  const ranked = random.sample(items, items.length);
  const upTo = new Float64Array(ranked.length);
  let sum = 0;
  for (let rank = 0; rank < ranked.length; rank++) upTo[rank] = sum += 1 / (rank + 1);
  const draw = () => {
    const item = ranked[firstAbove(upTo, random.next() * sum)];
    if (item === undefined) throw new Error('There is nothing to draw from');
    return item;
  };
  return { ranked, draw };
}

function firstAbove(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
