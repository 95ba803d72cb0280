import { deliverParcel, listParcelsOfOrder, shipParcel } from '@/lib/fulfilment';
import { parsePublicId } from '@/lib/kernel/ids';
import { acceptSellerOrder, type LineQuantity, type SellerAct } from '@/lib/orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { sql } from 'drizzle-orm';
import { offerForSale } from './goods';
import { placedOrder } from './orders';
import { signedInPerson, type Person } from './people';
import type { ShopWithBooks } from './shop-with-books';

export type SoldOrder = {
  readonly orderId: string;
  readonly number: string;
  readonly buyer: Person;
  /** Its one seller, about to send it. */
  readonly act: SellerAct;
  readonly offerIds: readonly string[];
  readonly lines: readonly LineQuantity[];
};

/** An order that was paid for and accepted: of one seller, with a line for each quantity, ten of each in stock. */
export async function soldOrder(
  { db, ownerDb, payments }: ShopWithBooks,
  quantities: readonly number[] = [2],
  {
    card,
    ...seller
  }: {
    readonly sellerId?: string;
    /** One of the sandbox's; one that does nothing unusual unless told. */
    readonly card?: string;
  } = {},
): Promise<SoldOrder> {
  const first = await offerForSale(ownerDb, seller);
  const goods = [first];
  for (const _ of quantities.slice(1)) {
    goods.push(await offerForSale(ownerDb, { sellerId: first.sellerId }));
  }
  const buyer = await signedInPerson(ownerDb);
  const wishes = goods.map(({ offerId }, index) => ({ offerId, quantity: quantities[index] }));
  const { orderId, number } = await placedOrder(db, buyer, wishes);
  await payments.pay(db, orderId, card);
  await payments.deliver(db, orderId);
  await drain(db, works);
  const [part] = await db.execute<{ id: string }>(
    sql`select id from seller_orders where order_id = ${orderId}`,
  );
  const lines = await db.execute<{ orderLineId: string; quantity: number; offerId: string }>(
    sql`select id as "orderLineId", quantity, offer_id as "offerId" from order_lines where order_id = ${orderId} order by position`,
  );
  const act = {
    sellerOrderId: part!.id,
    sellerId: first.sellerId,
    userId: buyer.userId,
    now: new Date(),
  };
  const accepted = await acceptSellerOrder(db, act);
  if (!accepted.ok) throw new Error(`The order was not accepted: ${accepted.error}`);
  return {
    orderId,
    number,
    buyer,
    act,
    offerIds: lines.map(({ offerId }) => offerId),
    lines: lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity })),
  };
}

/** Likewise, of which everything has arrived. */
export async function arrivedOrder(shop: ShopWithBooks, quantities: readonly number[]): Promise<SoldOrder> {
  const order = await soldOrder(shop, quantities);
  await shipParcel(shop.db, { ...order.act, carrier: '', trackingNumber: '', lines: order.lines });
  const [parcel] = await listParcelsOfOrder(shop.db, order.orderId);
  const arrived = await deliverParcel(shop.db, {
    ...order.act,
    shipmentId: parsePublicId('shp', parcel!.shipmentId)!,
  });
  if (!arrived.ok) throw new Error(`The parcel did not arrive: ${arrived.error}`);
  return order;
}
