/** A price one would see on a shelf near `minor`: ends in 90 below ten euros, in 00, 50 or 90 above. */
export function friendlyPrice(minor: number): number {
  if (minor < 1000) return Math.max(190, Math.round(minor / 100) * 100 - 10);
  if (minor < 10_000) return Math.round(minor / 500) * 500 - 10;
  return Math.round(minor / 1000) * 1000 - 100;
}

/** The demo market's own list prices in dollars, not a rate of any day. */
export function toDollars(euroMinor: number): number {
  return friendlyPrice(euroMinor * 1.12);
}
