import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { products } from '@/db/schema/catalog';
import { addresses } from '@/db/schema/customers';
import { disputes } from '@/db/schema/disputes';
import { conversations } from '@/db/schema/conversations';
import { shipments } from '@/db/schema/fulfilment';
import { invoices, type Party } from '@/db/schema/invoices';
import { offerImports } from '@/db/schema/offer-imports';
import { payouts } from '@/db/schema/payouts';
import { apiKeys } from '@/db/schema/api-keys';
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/webhooks';
import { sellerInvites } from '@/db/schema/seller-invites';
import { sellerDocuments, shippingZones } from '@/db/schema/sellers';
import { returnLabels, returnPhotos, returns } from '@/db/schema/returns';
import { editProduct } from '@/lib/catalog';
import { newId, publicId } from '@/lib/kernel/ids';
import { addProduct } from '../support/catalogue';
import { offerForSale } from '../support/goods';
import { addPicture } from '../support/pictures';
import { ADDRESS, placedOrder, readyToOrder } from '../support/orders';
import { signedInPerson } from '../support/people';
import { runningPromotion } from '../support/promotions';
import type { TestDatabase } from '../support/database';

const PARTY: Party = {
  name: 'Somebody',
  tradesAs: '',
  line1: '',
  line2: '',
  postalCode: '',
  city: '',
  region: '',
  country: 'DE',
  vatId: '',
};

/** Somebody with one of everything that can be somebody's. */
export async function somebodyElse({ db, ownerDb, ownerSql: sql }: TestDatabase) {
  const { sellerId, offerId, productId, categoryId } = await offerForSale(ownerDb);
  const person = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId });
  const addressId = newId();
  await ownerDb.insert(addresses).values({ id: addressId, customerId: person.customerId, ...ADDRESS });
  const { orderId, number } = await placedOrder(db, person, [{ offerId }]);
  await readyToOrder(db, person, [{ offerId }]);
  const [part] = await sql<{ id: string }[]>`select id from seller_orders where order_id = ${orderId}`;
  const [orderLine] = await sql<{ id: string }[]>`select id from order_lines where order_id = ${orderId}`;
  const shipmentId = newId();
  await ownerDb
    .insert(shipments)
    .values({ id: shipmentId, orderId, sellerOrderId: part!.id, sellerId, carrier: 'Somebody' });
  const payoutId = newId();
  await ownerDb.insert(payouts).values({ id: payoutId, sellerId, currency: 'EUR', amountMinor: 1 });
  const invoiceId = newId();
  await ownerDb.insert(invoices).values({
    id: invoiceId,
    kind: 'invoice',
    issuerId: sellerId,
    sellerId,
    orderId,
    sellerOrderId: part!.id,
    number: 1,
    cause: 'a test',
    currency: 'EUR',
    taxMinor: 0,
    totalMinor: 0,
    content: {
      about: 'sale',
      issuer: PARTY,
      recipient: PARTY,
      orderNumber: number,
      orderedAt: '',
      paidAt: '',
      suppliedAt: '',
      taxMode: 'inclusive',
      lines: [],
    },
  });
  const [payment] = await sql<{ id: string }[]>`select id from payments where order_id = ${orderId}`;
  const disputeId = newId();
  await ownerDb.insert(disputes).values({
    id: disputeId,
    providerDisputeId: `du_${disputeId}`,
    paymentId: payment!.id,
    orderId,
    reason: 'general',
    currency: 'EUR',
    amountMinor: 1,
    openedAt: new Date(),
  });
  const zoneId = newId();
  await ownerDb.insert(shippingZones).values({ id: zoneId, sellerId, name: 'Theirs', countries: ['IS'] });
  const returnId = newId();
  await ownerDb.insert(returns).values({
    id: returnId,
    orderId,
    sellerOrderId: part!.id,
    sellerId,
    reason: 'faulty',
    byRight: false,
    sellerPaysShipping: true,
  });
  const photoId = newId();
  await ownerDb
    .insert(returnPhotos)
    .values({ id: photoId, returnId, addedBy: 'seller', key: photoId, bytes: 1, readyAt: new Date() });
  await ownerDb
    .insert(conversations)
    .values({ id: part!.id, orderId, sellerId, lastMessageAt: new Date(), waitingSince: new Date() });
  const questionId = newId();
  await ownerDb.insert(conversations).values({
    ...{ id: questionId, customerId: person.customerId, sellerId, productId, productTitle: 'A thing' },
    lastMessageAt: new Date(),
  });
  const importId = newId();
  await ownerDb.insert(offerImports).values({
    ...{ id: importId, sellerId, userId: person.userId, status: 'checked' },
    ...{ fileName: 'theirs.csv', key: importId, bytes: 1 },
  });
  await ownerDb.insert(returnLabels).values({
    ...{ returnId, providerLabelId: 'shp_1', currency: 'EUR', priceMinor: 1 },
    ...{ key: `return-label-${returnId}.pdf`, boughtAt: new Date() },
  });
  const [endpointId, deliveryId] = [newId(), newId()];
  await ownerDb.insert(webhookEndpoints).values({
    ...{ id: endpointId, sellerId, url: 'https://theirs.example', events: [] },
    createdBy: person.userId,
  });
  await ownerDb
    .insert(webhookDeliveries)
    .values({ id: deliveryId, endpointId, event: 'stock.low', occurrence: 'one', data: {} });
  const keyId = newId();
  await ownerDb.insert(apiKeys).values({
    ...{ id: keyId, sellerId, name: 'Theirs', scopes: [], keyHash: keyId, ending: 'abcd' },
    createdBy: person.userId,
  });
  const inviteId = newId();
  await ownerDb.insert(sellerInvites).values({
    ...{ id: inviteId, sellerId, email: 'asked@people.example', role: 'orders' },
    ...{ invitedBy: person.userId, expiresAt: new Date(Date.now() + 3600_000) },
  });
  const documentId = newId();
  await ownerDb.insert(sellerDocuments).values({
    id: documentId,
    sellerId,
    kind: 'tax',
    name: 'tax.pdf',
    key: documentId,
    bytes: 5,
    mediaType: 'application/pdf',
    uploadedBy: person.userId,
  });
  const promotionId = await runningPromotion(db, { sellerId });
  const draftId = await addProduct(ownerDb, { categoryId });
  await ownerDb
    .update(products)
    .set({ status: 'draft', ownerSellerId: sellerId })
    .where(eq(products.id, draftId));
  expect(await editProduct(db, { sellerId, userId: person.userId, productId: draftId })).toMatchObject({
    ok: true,
  });
  const [draftVariant] = await sql<{ id: string }[]>`select id from variants where product_id = ${draftId}`;
  const [line] = await sql<{ id: string }[]>`
    select l.id from cart_lines l join carts c on c.id = l.cart_id where c.customer_id = ${person.customerId}`;
  return {
    number,
    sellerId: publicId('sel', sellerId),
    offerId: publicId('off', offerId),
    addressId: publicId('adr', addressId),
    sessionId: publicId('ses', person.sessionId),
    sellerOrderId: publicId('slo', part!.id),
    orderLineId: publicId('oln', orderLine!.id),
    shipmentId: publicId('shp', shipmentId),
    disputeId: publicId('dis', disputeId),
    returnId: publicId('ret', returnId),
    conversationId: publicId('cnv', part!.id),
    questionId: publicId('cnv', questionId),
    photoId: publicId('pho', photoId),
    importId: publicId('imp', importId),
    invoiceId: publicId('inv', invoiceId),
    payoutId: publicId('pyt', payoutId),
    zoneId: publicId('zon', zoneId),
    categoryId: publicId('cat', categoryId),
    documentId: publicId('doc', documentId),
    memberId: publicId('usr', person.userId),
    inviteId: publicId('ivt', inviteId),
    keyId: publicId('key', keyId),
    endpointId: publicId('whe', endpointId),
    deliveryId: publicId('whd', deliveryId),
    assetId: publicId('med', await addPicture(ownerDb, { ownerSellerId: sellerId })),
    promotionId: publicId('prm', promotionId),
    draftId: publicId('prd', draftId),
    draftVariantId: publicId('var', draftVariant!.id),
    lineId: publicId('lin', line!.id),
  };
}

export type SomebodysRows = Awaited<ReturnType<typeof somebodyElse>>;
