import { sql } from 'drizzle-orm';
import { deliverParcel, listParcelsOfOrder, shipParcel } from '@/lib/fulfilment';
import { newId, parsePublicId } from '@/lib/kernel/ids';
import { requestRefund } from '@/lib/payments';
import { refreshAccountOfSeller, startOnboarding } from '@/lib/payouts';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { approvedSeller } from './people';
import type { ShopWithBooks } from './shop-with-books';
import { soldOrder, type SoldOrder } from './sold-orders';

const PLACES = { returnUrl: 'http://localhost/back', refreshUrl: 'http://localhost/again' };

/** What a seller presses on the provider's pages. */
export async function visitOnboarding(
  { db }: Pick<ShopWithBooks, 'db'>,
  sellerId: string,
  step: 'complete' | 'incomplete',
): Promise<void> {
  const seller = { sellerId, name: 'Some shop', email: 'shop@people.example', country: 'DE' };
  const url = await startOnboarding(db, seller, PLACES);
  await fetch(url, { method: 'POST', body: new URLSearchParams({ step }), redirect: 'manual' });
  await refreshAccountOfSeller(db, sellerId);
}

/** A seller whose account is complete and whose money is released with delivery. */
export async function paidSeller(shop: ShopWithBooks): Promise<string> {
  const sellerId = await approvedSeller(shop.ownerDb);
  await visitOnboarding(shop, sellerId, 'complete');
  await shop.ownerDb.execute(sql`insert into payout_terms (seller_id, release_days) values (${sellerId}, 0)`);
  return sellerId;
}

/** An order of that seller, paid, sent and arrived. */
export async function deliveredOrder(
  shop: ShopWithBooks,
  sellerId: string,
  quantities?: readonly number[],
): Promise<SoldOrder> {
  const order = await soldOrder(shop, quantities, { sellerId });
  const label = { carrier: '', trackingNumber: '' };
  await shipParcel(shop.db, { ...order.act, ...label, lines: order.lines });
  const [parcel] = await listParcelsOfOrder(shop.db, order.orderId);
  const shipmentId = parsePublicId('shp', parcel!.shipmentId)!;
  await deliverParcel(shop.db, { ...order.act, shipmentId, now: new Date() });
  await drain(shop.db, works);
  return order;
}

/** The whole of a seller order goes back to its buyer, after it was delivered. */
export async function refundDelivered(
  { db }: ShopWithBooks,
  order: Pick<SoldOrder, 'orderId' | 'lines' | 'act'>,
): Promise<void> {
  const { orderId, lines } = order;
  const { sellerOrderId } = order.act;
  const refund = { orderId, sellerOrderId, lines, cause: `test:${newId()}`, reason: 'sent back' };
  const asked = await db.transaction((tx) => requestRefund(tx, refund));
  if (!asked.ok) throw new Error(asked.error);
  await drain(db, works);
}
