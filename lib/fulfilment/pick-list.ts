import { groupBy } from '@/lib/kernel/group-by';
import { sumMinor } from '@/lib/kernel/money';
import type { PartToPack } from '@/lib/orders/model';
import type { PickedOffer } from './model';

/**
 * What to fetch for these parts in one walk along the shelves: each offer once, with all its pieces and the orders they
 * are for, by SKU (numbers within it by value) and then by title.
 */
export function pickList(parts: readonly PartToPack[]): PickedOffer[] {
  const wanted = parts.flatMap(({ orderNumber, lines }) => lines.map((line) => ({ orderNumber, line })));
  const byShelf = new Intl.Collator('en', { numeric: true });
  return [...groupBy(wanted, ({ line }) => line.offerId).values()]
    .map((of) => ({
      // An offer may have been renamed between two orders; it is known by what it was called last.
      ...of.at(-1)!.line,
      quantity: sumMinor(of.map(({ line }) => line.quantity)),
      orderNumbers: [...new Set(of.map(({ orderNumber }) => orderNumber))],
    }))
    .toSorted((a, b) => byShelf.compare(a.sellerSku, b.sellerSku) || byShelf.compare(a.title, b.title));
}
