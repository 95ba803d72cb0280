import { csv } from '@/lib/kernel/csv';
import { plainAmount } from '@/lib/kernel/money';
import type { CountedPeriod, FoundBy, ProductInsight } from './model';

/** A period's days for spreadsheets, the one before it first. */
export function daysCsv({ days, daysBefore, currency }: CountedPeriod): string {
  return csv([
    [
      ...['day', 'shown', 'viewed', 'in_buy_box', 'sold_out_views', 'added_to_cart', 'orders', 'pieces'],
      ...['sales', 'currency', 'returned_pieces', 'cancelled_pieces', 'late_orders'],
    ],
    ...[...daysBefore, ...days].map((day) => [
      day.day,
      ...[day.shown, day.viewed, day.inBuyBox, day.soldOut, day.carted, day.orders, day.units].map(String),
      plainAmount({ amountMinor: day.salesMinor, currency }),
      currency,
      ...[day.returnedUnits, day.cancelledUnits, day.lateOrders].map(String),
    ]),
  ]);
}

/** Products of a period for spreadsheets. */
export function productsCsv(products: readonly ProductInsight[]): string {
  return csv([
    ['product', 'viewed', 'in_buy_box', 'sold_out_views', 'pieces', 'pieces_before', 'sales', 'currency'],
    ...products.map(({ title, viewed, inBuyBox, soldOut, units, unitsBefore, sales }) => [
      title,
      ...[viewed, inBuyBox, soldOut, units, unitsBefore].map(String),
      plainAmount(sales),
      sales.currency,
    ]),
  ]);
}

/** Search terms of a period for spreadsheets. */
export function termsCsv(terms: readonly FoundBy[]): string {
  return csv([
    ['searched_for', 'shown', 'viewed'],
    ...terms.map(({ term, shown, viewed }) => [term, String(shown), String(viewed)]),
  ]);
}
