import type { SaleLine } from '@/db/schema/invoices';
import { sumMinor } from '@/lib/kernel/money';
import type { RefundedPieces } from '@/lib/payments';
import { moneyOfUnits, taxWithin, type LineParts } from '@/lib/pricing';
import type { SoldLine } from './load-sale';

/** What documents need to know of a line that was sold. */
type Line = LineParts &
  Pick<SoldLine, 'id' | 'title' | 'variantLabel' | 'sellerSku' | 'unitPriceMinor' | 'taxBasisPoints'>;

type Piece = RefundedPieces['lines'][number];

/** How many pieces of each line were asked back, by the line's id. */
export function countAskedBack(refunded: readonly RefundedPieces[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { orderLineId, quantity } of refunded.flatMap(({ lines }) => lines)) {
    counts.set(orderLineId, (counts.get(orderLineId) ?? 0) + quantity);
  }
  return counts;
}

/**
 * What an invoice has on it: every piece that nobody asked back, with its own share of its line's frozen money. Refunds
 * take a line's pieces from the first on, so these are the last ones, and both together are the line to the cent.
 */
export function linesToInvoice(sold: readonly Line[], askedBack: ReadonlyMap<string, number>): SaleLine[] {
  return sold
    .map((line) => ({ line, first: askedBack.get(line.id) ?? 0 }))
    .filter(({ line, first }) => first < line.quantity)
    .map(({ line, first }) => piecesFrom(line, first));
}

/** What a credit note has on it of one line: exactly what its refund gave back. */
export function lineToCredit(line: Line, { quantity, amountMinor, taxMinor }: Piece): SaleLine {
  return { ...nameOf(line), quantity, taxMinor, totalMinor: amountMinor, price: null };
}

export function totalsOf(lines: readonly SaleLine[]): Pick<SaleLine, 'taxMinor' | 'totalMinor'> {
  return {
    taxMinor: sumMinor(lines.map(({ taxMinor }) => taxMinor)),
    totalMinor: sumMinor(lines.map(({ totalMinor }) => totalMinor)),
  };
}

function piecesFrom(line: Line, first: number): SaleLine {
  const quantity = line.quantity - first;
  const { taxMinor, totalMinor, sellerDiscountMinor, marketDiscountMinor, shippingMinor } = moneyOfUnits(
    line,
    first,
    quantity,
  );
  return {
    ...nameOf(line),
    quantity,
    taxMinor,
    totalMinor,
    price: {
      unitNetMinor: unitNetOf(line),
      discountMinor: sellerDiscountMinor + marketDiscountMinor,
      shippingMinor,
    },
  };
}

function unitNetOf({ unitPriceMinor, taxMode, taxBasisPoints }: Line): number {
  return taxMode === 'inclusive'
    ? unitPriceMinor - taxWithin(unitPriceMinor, taxBasisPoints)
    : unitPriceMinor;
}

function nameOf({ id, title, variantLabel, sellerSku, taxBasisPoints }: Line) {
  const name = [title, variantLabel].filter(Boolean).join(', ');
  return { orderLineId: id, title: name, sellerSku, taxBasisPoints };
}
