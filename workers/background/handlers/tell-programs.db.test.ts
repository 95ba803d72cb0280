import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/webhooks';
import { shipParcel } from '@/lib/fulfilment';
import { newId, publicId } from '@/lib/kernel/ids';
import { WEBHOOK_EVENTS } from '@/lib/webhooks/model';
import { offerForSale } from '@/tests/support/goods';
import { signedInPerson } from '@/tests/support/people';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { soldOrder } from '@/tests/support/sold-orders';
import { works } from '../registry';
import { drain } from '../worker';

const shop = await shopWithBooks();
const { db, ownerDb } = shop;

/** An endpoint that wants to know of everything and can never be reached. */
async function listener(sellerId: string): Promise<string> {
  const { userId } = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId });
  const id = newId();
  await ownerDb
    .insert(webhookEndpoints)
    .values({ id, sellerId, url: 'https://192.0.2.1/', events: [...WEBHOOK_EVENTS], createdBy: userId });
  return id;
}

test('programs are told of the stages of their order, each once, by its public id', async () => {
  const { sellerId } = await offerForSale(ownerDb);
  const [own, other] = [await listener(sellerId), await listener((await offerForSale(ownerDb)).sellerId)];
  const { act, lines } = await soldOrder(shop, [2], { sellerId });
  await shipParcel(db, { ...act, carrier: '', trackingNumber: '', lines });
  await drain(db, works);

  const orderId = publicId('slo', act.sellerOrderId);
  const told = await db.select().from(webhookDeliveries).where(eq(webhookDeliveries.endpointId, own));
  const events = told.filter(({ event }) => !event.startsWith('stock.'));
  expect(events.map(({ event }) => event).toSorted()).toEqual([
    'order.accepted',
    'order.placed',
    'order.shipped',
    'parcel.sent',
  ]);
  for (const { data } of events) expect(data).toMatchObject({ orderId });
  expect(await db.$count(webhookDeliveries, eq(webhookDeliveries.endpointId, other))).toBe(0);
});

test('programs are told of stock that runs out, by offer and SKU', async () => {
  const { sellerId } = await offerForSale(ownerDb);
  const endpointId = await listener(sellerId);
  const { offerIds } = await soldOrder(shop, [10], { sellerId });
  await drain(db, works);
  const told = await db.select().from(webhookDeliveries).where(eq(webhookDeliveries.endpointId, endpointId));
  const stock = told.find(({ event }) => event === 'stock.changed');
  expect(stock?.data).toEqual({ offerId: publicId('off', offerIds[0]!), sku: '', available: 0 });
});
