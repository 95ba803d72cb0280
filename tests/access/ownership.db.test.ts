import { eq } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { products } from '@/db/schema/catalog';
import { addresses } from '@/db/schema/customers';
import { disputes } from '@/db/schema/disputes';
import { shipments } from '@/db/schema/fulfilment';
import { invoices, type Party } from '@/db/schema/invoices';
import { offerImports } from '@/db/schema/offer-imports';
import { payouts } from '@/db/schema/payouts';
import { createApiKey } from '@/lib/api-keys';
import { API_SCOPES } from '@/lib/api-keys/model';
import { apiKeys } from '@/db/schema/api-keys';
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/webhooks';
import { sellerInvites } from '@/db/schema/seller-invites';
import { sellerDocuments, shippingZones } from '@/db/schema/sellers';
import { returnLabels, returnPhotos, returns } from '@/db/schema/returns';
import { editProduct } from '@/lib/catalog';
import { newId, publicId } from '@/lib/kernel/ids';
import { addProduct } from '../support/catalogue';
import { testCache } from '../support/cache';
import { testDatabase } from '../support/database';
import { offerForSale } from '../support/goods';
import { addPicture } from '../support/pictures';
import { ADDRESS, placedOrder, readyToOrder } from '../support/orders';
import { signedInPerson } from '../support/people';
import { runningPromotion } from '../support/promotions';
import { refusalOf } from './call';
import { callables } from './callables';

vi.mock('next/headers', () => import('../support/next-request'));
vi.mock('next/cache', () => import('../support/next-cache'));

const { db, sql, ownerDb } = await testDatabase();
testCache();

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
async function somebodyElse() {
  const { sellerId, offerId, categoryId } = await offerForSale(ownerDb);
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

const theirs = await somebodyElse();
const { sellerId } = await offerForSale(ownerDb);
const me = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId });
await readyToOrder(db, me, [{ offerId: (await offerForSale(ownerDb)).offerId }]);

const key = await createApiKey(db, { sellerId, userId: me.userId, name: 'Mine', scopes: API_SCOPES });
if (!key.ok) throw new Error(key.error);
const authorization = `Bearer ${key.value.key}`;
// Its first use is written down, once a minute.
await sql`update api_keys set last_used_at = now() + interval '1 hour'`;

const { recipient, line1, city, postalCode, country } = ADDRESS;
const address = { recipient, line1, city, postalCode, country };

/** For everything that takes the key of somebody's row: a call that is right, but for whose row it is. */
const CALLS: Readonly<
  Record<
    string,
    {
      input?: unknown;
      query?: Record<string, string>;
      params?: Record<string, string>;
      refusal?: string;
    }
  >
> = {
  'account.update-address': { input: { ...address, addressId: theirs.addressId } },
  'account.remove-address': { input: { addressId: theirs.addressId } },
  'account.make-default-address': { input: { addressId: theirs.addressId } },
  'account.end-device': { input: { sessionId: theirs.sessionId } },
  'cart.change-quantity': { input: { lineId: theirs.lineId, quantity: 2 } },
  'cart.remove': { input: { lineId: theirs.lineId } },
  'cart.save-for-later': { input: { lineId: theirs.lineId, saved: 'true' } },
  'checkout.place': {
    input: {
      email: me.email,
      addressId: theirs.addressId,
      deliveries: {},
      fingerprint: 'any',
      idempotencyKey: newId(),
      saveCard: false,
    },
    refusal: 'address_invalid',
  },
  'orders.pay': { input: { number: theirs.number } },
  'orders.cancel': { input: { number: theirs.number } },
  'orders.cancel-pieces': {
    input: {
      number: theirs.number,
      sellerOrderId: theirs.sellerOrderId,
      version: '1',
      lines: { [theirs.orderLineId]: '1' },
    },
  },
  'orders.start-return': {
    input: {
      number: theirs.number,
      sellerOrderId: theirs.sellerOrderId,
      lines: { [theirs.orderLineId]: '1' },
      reason: 'faulty',
    },
  },
  'orders.move-return': {
    input: { number: theirs.number, returnId: theirs.returnId, version: '1', event: 'cancel' },
  },
  'orders.begin-return-photo': { input: { number: theirs.number, returnId: theirs.returnId, bytes: 9 } },
  'orders.finish-return-photo': { input: { number: theirs.number, photoId: theirs.photoId } },
  'orders.return-photo': { params: { number: theirs.number, photoId: theirs.photoId } },
  'orders.return-label': { params: { number: theirs.number, returnId: theirs.returnId } },
  'orders.confirm-arrival': { input: { number: theirs.number, shipmentId: theirs.shipmentId } },
  'orders.again': { input: { number: theirs.number } },
  'orders.invoice': { params: { number: theirs.number, invoiceId: theirs.invoiceId } },
  'orders.events': { params: { number: theirs.number } },
  'sell.reapply': {
    input: {
      sellerId: theirs.sellerId,
      tagline: '',
      story: 'A story that is long enough.',
      city: 'Leipzig',
      country: 'DE',
    },
  },
  'sell.save-business': {
    input: {
      sellerId: theirs.sellerId,
      legalName: 'Mine now',
      line1: 'A street 1',
      postalCode: '1000',
      city: 'Leipzig',
      country: 'DE',
    },
  },
  'sell.begin-document': {
    input: { sellerId: theirs.sellerId, kind: 'tax', name: 'tax.pdf', bytes: 5 },
  },
  'sell.finish-document': { input: { documentId: theirs.documentId } },
  'sell.remove-document': { input: { documentId: theirs.documentId } },
  'sell.document': { params: { documentId: theirs.documentId } },
  'seller.accept-order': { input: { sellerOrderId: theirs.sellerOrderId } },
  'seller.send-parcel': {
    input: {
      sellerOrderId: theirs.sellerOrderId,
      carrier: 'Somebody',
      trackingNumber: '1',
      lines: { [theirs.orderLineId]: '1' },
    },
  },
  'seller.invoice': { params: { invoiceId: theirs.invoiceId } },
  'seller.payout-statement': { params: { payoutId: theirs.payoutId } },
  'seller.read-offer-import': { input: { importId: theirs.importId } },
  'seller.map-offer-import': { input: { importId: theirs.importId, columns: { sku: '0', price: '1' } } },
  'seller.apply-offer-import': { input: { importId: theirs.importId } },
  'seller.undo-offer-import': { input: { importId: theirs.importId } },
  'seller.offer-import-problems': { params: { importId: theirs.importId } },
  'seller.begin-return-photo': { input: { returnId: theirs.returnId, bytes: 9 } },
  'seller.finish-return-photo': { input: { photoId: theirs.photoId } },
  'seller.return-photo': { params: { photoId: theirs.photoId } },
  'seller.answer-return': {
    input: { returnId: theirs.returnId, version: '1', event: 'accept' },
  },
  'seller.inspect-return': {
    input: {
      returnId: theirs.returnId,
      version: '1',
      verdict: 'refund',
      lines: { [theirs.orderLineId]: '1' },
    },
  },
  'seller.packing-slips': { query: { sellerOrderIds: theirs.sellerOrderId } },
  'seller.send-replacement': {
    input: { returnId: theirs.returnId, version: '1', carrier: '', trackingNumber: '' },
  },
  'seller.refund-replacement': { input: { returnId: theirs.returnId, version: '1' } },
  'seller.accept-orders': { input: { sellerOrderIds: [theirs.sellerOrderId] } },
  'seller.say-on-dispute': { input: { disputeId: theirs.disputeId, text: 'It arrived as promised.' } },
  'seller.confirm-delivery': { input: { shipmentId: theirs.shipmentId } },
  'seller.cancel-order': {
    input: {
      sellerOrderId: theirs.sellerOrderId,
      version: '1',
      lines: { [theirs.orderLineId]: '1' },
      reason: 'because',
    },
  },
  'seller.save-zone': {
    input: {
      zoneId: theirs.zoneId,
      name: '',
      countries: 'PT',
      standard: { price: '1.00', freeFrom: '', minDays: 1, maxDays: 2 },
      express: {},
    },
  },
  'seller.remove-zone': { input: { zoneId: theirs.zoneId } },
  'seller.switch-shop': { input: { sellerId: theirs.sellerId } },
  'seller.edit-product': { input: { productId: theirs.draftId } },
  'seller.save-product-basics': {
    input: {
      productId: theirs.draftId,
      version: 1,
      categoryId: theirs.categoryId,
      title: 'Mine now',
      brand: '',
      description: '',
      highlights: '',
    },
  },
  'seller.save-product-details': { input: { productId: theirs.draftId, version: 1, attributes: {} } },
  'seller.save-product-options': { input: { productId: theirs.draftId, version: 1, options: {} } },
  'seller.save-product-variants': {
    input: { productId: theirs.draftId, version: 1, variants: { [theirs.draftVariantId]: { gtin: '' } } },
  },
  'seller.save-product-pictures': { input: { productId: theirs.draftId, version: 1, pictures: [] } },
  'seller.save-storefront': {
    input: {
      tagline: '',
      story: 'A story that is long enough.',
      city: 'Leipzig',
      returnsPolicy: '',
      returnDays: 30,
      logo: theirs.assetId,
      banner: '',
    },
  },
  'seller.begin-picture': { input: { bytes: 9, filmId: theirs.assetId } },
  'seller.finish-picture': { input: { assetId: theirs.assetId } },
  'seller.crop-picture': { input: { assetId: theirs.assetId, square: 50 } },
  // Nobody's row: an address that was not signed here.
  'uploads.put': { params: { key: 'any' }, refusal: 'invalid_input' },
  'seller.submit-product': { input: { productId: theirs.draftId, version: 1 } },
  'seller.withdraw-product': { input: { productId: theirs.draftId } },
  'seller.discard-product': { input: { productId: theirs.draftId } },
  'seller.create-offers': {
    input: {
      productId: theirs.draftId,
      condition: 'new',
      handlingDays: '',
      variants: { [theirs.draftVariantId]: { price: '1.00', onHand: 1 } },
    },
  },
  'api.get-order': { params: { sellerOrderId: theirs.sellerOrderId } },
  'api.accept-order': { params: { sellerOrderId: theirs.sellerOrderId } },
  'api.send-parcel': {
    params: { sellerOrderId: theirs.sellerOrderId },
    input: { lines: [{ lineId: theirs.orderLineId, quantity: 1 }] },
  },
  'api.get-offer': { params: { offerId: theirs.offerId } },
  'api.change-offer': { params: { offerId: theirs.offerId }, input: { onHand: 1 } },
  'seller.change-webhook': { input: { endpointId: theirs.endpointId, events: 'stock.low' } },
  'seller.rotate-webhook-secret': { input: { endpointId: theirs.endpointId } },
  'seller.remove-webhook': { input: { endpointId: theirs.endpointId } },
  'seller.resend-webhook': { input: { deliveryId: theirs.deliveryId } },
  'seller.revoke-api-key': { input: { keyId: theirs.keyId } },
  'seller.change-role': { input: { memberId: theirs.memberId, role: 'read_only' } },
  'seller.remove-member': { input: { memberId: theirs.memberId } },
  'seller.resend-invite': { input: { inviteId: theirs.inviteId } },
  'seller.withdraw-invite': { input: { inviteId: theirs.inviteId } },
  'seller.plan-sale': {
    input: {
      saleId: publicId('sal', newId()),
      offerId: theirs.offerId,
      price: '0.01',
      startsAt: '2026-01-01',
      endsAt: '',
    },
  },
  'seller.stop-sale': { input: { offerId: theirs.offerId } },
  'seller.set-low-level': { input: { offerId: theirs.offerId, lowLevel: '3' } },
  'seller.create-promotion': {
    input: {
      promotionId: publicId('prm', newId()),
      name: 'Mine now',
      reduction: { kind: 'percent', basisPoints: '10' },
      startsAt: '2026-01-01',
      offers: { [theirs.offerId]: '1' },
    },
  },
  'seller.change-promotion': { input: { promotionId: theirs.promotionId, version: '1' } },
  'seller.switch-promotion': { input: { promotionId: theirs.promotionId, event: 'end' } },
  'seller.save-offer': {
    input: { offerId: theirs.offerId, version: 1, price: '1.00', onHand: 1, selling: 'on' },
  },
};

/** What takes no key of somebody's row: it acts on the caller's own, on what is public, or on a secret that was sent. */
const WITHOUT_ROWS = [
  'account.add-address',
  'account.change-password',
  'account.disconnect-google',
  'account.end-all-devices',
  'account.end-other-devices',
  'account.redeem-gift-card',
  'account.request-password',
  'account.save-profile',
  'api.list-offers',
  'api.list-orders',
  'activity',
  'auth.get',
  'auth.google',
  'auth.post',
  'auth.request-reset',
  'auth.reset-password',
  'auth.sign-in',
  'auth.sign-out',
  'auth.sign-up',
  'auth.verify-email',
  'cart.acknowledge-changes',
  'cart.add',
  'cart.apply-promotion',
  'cart.choose-currency',
  'cart.put',
  'cart.remove-promotion',
  'health.live',
  'health.ready',
  'listings',
  'offers.promotions',
  'me',
  'orders.open',
  'orders.request-link',
  'products.offers',
  'products.reviews',
  'search.suggest',
  'seller.invoices-of-month',
  'seller.request-payout',
  'seller.add-webhook',
  'seller.create-api-key',
  'seller.end-holiday',
  'seller.invite-member',
  'seller.plan-holiday',
  'seller.leave-team',
  'seller.save-business',
  'seller.set-up-payouts',
  'seller.begin-offer-import',
  'seller.check-parcel-sheet',
  'seller.export-offers',
  'seller.export-to-ship',
  'seller.send-parcel-sheet',
  // Counts what is not the caller's as left, and leaves it: change-chosen-offers.db.test.ts.
  'seller.change-offers',
  'seller.find-own-offers',
  'seller.insight',
  'seller.tax-report',
  'seller.start-product',
  'seller.begin-film',
  // Answers what is the caller's of the pictures asked about, and nothing of the others.
  'seller.look-at-pictures',
  'sell.apply',
  'sell.take-home',
  'seller.save-handling',
  'team.accept-as-newcomer',
  'team.accept-invite',
  'team.sign-out-to-join',
  'wishlist.add',
  'wishlist.listings',
  'wishlist.merge',
  'wishlist.remove',
  'sitemap',
  'sitemap.part',
];

/** Staff act on everybody's rows, and machines on whatever they are trusted with: that is their policy. */
const open = (await callables()).filter(({ declaration: { policy } }) => {
  const isStaff = policy === 'staff' || (typeof policy === 'object' && 'staff' in policy);
  return !isStaff && policy !== 'signed';
});

/** Every row of every table, as one value. */
async function everything(): Promise<string> {
  const tables = await sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`;
  const digests = tables.map(
    ({ name }) => `(select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${name} t)`,
  );
  const [row] = await sql.unsafe<{ digest: string }[]>(`select array[${digests.join(', ')}]::text as digest`);
  return row!.digest;
}

describe("somebody else's row looks like one that does not exist, and stays as it was", () => {
  it('this is known of every action and route', () => {
    const known = [...Object.keys(CALLS), ...WITHOUT_ROWS];
    expect(open.map(({ declaration }) => declaration.name).toSorted()).toEqual(known.toSorted());
  });

  it.each(open.filter(({ declaration }) => declaration.name in CALLS))(
    '$declaration.name',
    async (callable) => {
      const { refusal = 'not_found', ...sent } = CALLS[callable.declaration.name]!;
      const before = await everything();
      for (const cookie of callable.declaration.policy === 'public' ? [me.cookie, ''] : [me.cookie]) {
        const expected = callable.declaration.name === 'checkout.place' && !cookie ? 'cart_empty' : refusal;
        expect(await refusalOf(callable, { ...sent, cookie, authorization })).toBe(expected);
      }
      expect(await everything()).toBe(before);
    },
  );
});
