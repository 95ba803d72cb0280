import { csv } from '@/lib/kernel/csv';
import { plainAmount } from '@/lib/kernel/money';
import type { Insight } from './model';

/** A period's days for spreadsheets, the one before it first. */
export function insightCsv({ days, daysBefore, currency }: Insight): string {
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
