import { sql } from 'drizzle-orm';
import { deliverParcel, shipParcel } from '@/lib/fulfilment';
import { newId } from '@/lib/kernel/ids';
import { acceptSellerOrder, cancelLinesBySeller, listLineMoney } from '@/lib/orders';
import { requestRefund } from '@/lib/payments';
import { transact } from '@/lib/platform/transact';
import { actAsBuyer, actAsSeller, getReturn, inspectReturn, requestReturn } from '@/lib/returns';
import { actOn, openLines, someOf, somePart, type Market, type Part, type Step } from './market';

export const accept: Step = async (market, dice) => {
  const part = await somePart(market, dice, 'to_accept');
  return part !== undefined && (await acceptSellerOrder(market.db, actOn(part))).ok;
};

export const callOff: Step = async (market, dice) => {
  const part = await somePart(market, dice, 'to_accept', 'to_ship', 'partly_shipped');
  if (!part) return false;
  const lines = someOf(dice, await openLines(market, part));
  const { version } = part;
  return (await cancelLinesBySeller(market.db, { ...actOn(part), lines, version, reason: 'broken' })).ok;
};

export const send: Step = async (market, dice) => {
  const part = await somePart(market, dice, 'to_ship', 'partly_shipped');
  if (!part) return false;
  const lines = someOf(dice, await openLines(market, part));
  return (await shipParcel(market.db, { ...actOn(part), carrier: '', trackingNumber: '', lines })).ok;
};

export const arrive: Step = async (market, dice) => {
  const part = await somePart(market, dice, 'shipped', 'partly_shipped');
  return part !== undefined && deliverAll(market, part);
};

async function deliverAll({ db }: Market, part: Part): Promise<boolean> {
  const parcels = await db.execute<{ id: string }>(
    sql`select id from shipments where seller_order_id = ${part.id} and status <> 'delivered'`,
  );
  for (const { id: shipmentId } of parcels) await deliverParcel(db, { ...actOn(part), shipmentId });
  return parcels.length > 0;
}

/** All of a part goes its way: without it, few stories would come to what follows. */
export const sendAll: Step = async (market, dice) => {
  const { db } = market;
  const part = await somePart(market, dice, 'to_accept', 'to_ship', 'partly_shipped');
  if (!part) return false;
  await acceptSellerOrder(db, actOn(part));
  const lines = await openLines(market, part);
  await shipParcel(db, { ...actOn(part), carrier: '', trackingNumber: '', lines });
  return deliverAll(market, part);
};

export const refund: Step = async (market, dice) => {
  const part = await somePart(market, dice, 'delivered');
  if (!part) return false;
  const { id: sellerOrderId, order_id: orderId } = part;
  const lines = someOf(dice, await listLineMoney(market.db, { sellerOrderId }));
  const wanted = { orderId, sellerOrderId, lines, cause: `story:${newId()}`, reason: 'sent back' };
  return (await transact(market.db, (tx) => requestRefund(tx, wanted))).ok;
};

export const sendBack: Step = async (market, dice) => {
  const { db } = market;
  const part = await somePart(market, dice, 'delivered');
  if (!part) return false;
  const { id: sellerOrderId, order_id: orderId } = part;
  const sold = await listLineMoney(db, { sellerOrderId });
  const lines = someOf(dice, sold).filter(() => dice(2) === 0);
  const why = { reason: 'faulty', note: 'It does not work', now: new Date() } as const;
  const asked = await requestReturn(db, { ...why, orderId, sellerOrderId, lines });
  if (!asked.ok) return false;
  const { returnId } = asked.value;
  const act = async () => {
    const { version } = (await getReturn(db, returnId))!;
    return { returnId, version, words: 'as the rule says', now: new Date() };
  };
  const seller = { sellerId: part.seller_id, userId: part.seller_id };
  await actAsSeller(db, { ...(await act()), ...seller, event: 'accept' });
  await actAsBuyer(db, { ...(await act()), orderId, event: 'send' });
  await actAsSeller(db, { ...(await act()), ...seller, event: 'receive' });
  const verdict = dice(4) === 0 ? 'reject' : 'refund';
  const restock = lines.slice(dice(2));
  return (await inspectReturn(db, { ...(await act()), ...seller, verdict, restock })).ok;
};
