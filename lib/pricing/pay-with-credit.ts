import { allocatePayable, payableStep, sumMinor } from '@/lib/kernel/money';
import type { Quote, SellerQuote } from './quote-order';

/**
 * The quote with as much of it paid by store credit as there is, divided over the lines by what they cost: a line's
 * share never exceeds the line. What is left to be charged is nothing, or no less than the provider takes.
 */
export function payWithCredit(
  quote: Quote,
  {
    availableMinor,
    smallestChargeMinor,
  }: { readonly availableMinor: number; readonly smallestChargeMinor: number },
): Quote {
  const { currency, totalMinor } = quote;
  const step = payableStep(currency);
  const payableMinor = availableMinor - (availableMinor % step);
  const leftMinor = Math.max(0, totalMinor - payableMinor);
  const chargedMinor = leftMinor === 0 ? 0 : Math.max(leftMinor, smallestChargeMinor);
  const creditMinor = Math.max(0, totalMinor - chargedMinor);

  const lines = quote.sellers.flatMap((seller) => seller.lines);
  const shares = allocatePayable(
    { amountMinor: creditMinor, currency },
    lines.map((line) => line.totalMinor),
  );
  let next = 0;
  const sellers = quote.sellers.map((seller): SellerQuote => {
    const paid = seller.lines.map((line) => ({ ...line, creditMinor: shares[next++]! }));
    return { ...seller, lines: paid, creditMinor: sumMinor(paid.map((line) => line.creditMinor)) };
  });
  return { ...quote, sellers, creditMinor };
}
