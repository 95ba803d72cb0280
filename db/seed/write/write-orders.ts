import { sql } from 'drizzle-orm';
import { reservations } from '@/db/schema/inventory';
import { shipmentLines, shipments, trackingNumbers } from '@/db/schema/fulfilment';
import { orderHistory, orderLines, orders, sellerOrders } from '@/db/schema/orders';
import { payments, refundLines, refunds } from '@/db/schema/payments';
import { postEntries } from '@/lib/ledger';
import { MARKET_RELEASE_DAYS } from '@/lib/payouts/model';
import type { Transaction } from '@/lib/platform/database';
import type { SeedOrder } from '../market/make-orders';
import { insertRows } from './insert-rows';
import { orderRows } from './order-rows';
import type { Buyer } from './write-people';

/** Writes orders that were paid, with everything that follows: parts, parcels, refunds, history and ledger. */
export async function writeOrders(
  tx: Transaction,
  seeds: readonly SeedOrder[],
  buyers: readonly Buyer[],
): Promise<void> {
  const rows = orderRows(seeds, buyers);
  await insertRows(tx, orders, rows.orders);
  await insertRows(tx, sellerOrders, rows.parts);
  await insertRows(tx, orderLines, rows.lines);
  await insertRows(tx, shipments, rows.shipments);
  await insertRows(tx, shipmentLines, rows.shipmentLines);
  await insertRows(
    tx,
    trackingNumbers,
    rows.shipments.map(({ trackingNumber = '', sellerId }) => ({ trackingNumber, sellerId })),
  );
  await insertRows(tx, orderHistory, rows.history);
  await insertRows(tx, payments, rows.payments);
  await insertRows(tx, refunds, rows.refunds);
  await insertRows(tx, refundLines, rows.refundLines);
  await insertRows(tx, reservations, rows.reservations);
  await holdAllocatedStock(tx);
  await postEntries(tx, rows.entries);
  await scheduleReleases(tx);
}

/** What is sold and not yet sent still lies at the seller's, on top of what is for sale. */
async function holdAllocatedStock(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    update stock set on_hand = on_hand + held.quantity, reserved = reserved + held.quantity
    from (
      select offer_id, sum(quantity)::int as quantity from reservations where status = 'allocated' group by offer_id
    ) held
    where stock.offer_id = held.offer_id`);
}

/** What has arrived becomes available by the market's terms; the worker does it with its first look. */
async function scheduleReleases(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    insert into releases (seller_order_id, order_id, seller_id, currency, release_at)
    select id, order_id, seller_id, currency, delivered_at + make_interval(days => ${MARKET_RELEASE_DAYS})
    from seller_orders where status = 'delivered'`);
}
