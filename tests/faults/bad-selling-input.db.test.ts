import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveOffer, sendParcel, switchShop } from '@/app/[locale]/seller/actions';
import { createOffersAction } from '@/app/[locale]/seller/offers/new/actions';
import { takeHomeAction } from '@/app/[locale]/(shop)/sell/actions';
import { newId, publicId } from '@/lib/kernel/ids';
import { testCache } from '../support/cache';
import { testDatabase } from '../support/database';
import { offerForSale } from '../support/goods';
import { requestComesWith } from '../support/next-request';
import { signedInPerson } from '../support/people';

const { db, ownerDb } = await testDatabase();
testCache();

const { sellerId, offerId } = await offerForSale(ownerDb, { priceMinor: 2_500, onHand: 10 });
const seller = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId });
const edit = { offerId: publicId('off', offerId), version: 1, price: '25.00', onHand: 10, selling: 'on' };

beforeEach(() => requestComesWith({ cookie: seller.cookie, 'user-agent': 'a test' }));

async function offerNow() {
  const [row] = await db.execute<{ price: number; on_hand: number; version: number }>(sql`
    select p.price_minor::int as price, s.on_hand, o.version from offers o
    join offer_prices p on p.offer_id = o.id join stock s on s.offer_id = o.id where o.id = ${offerId}`);
  return row;
}

/** Refused beside the field, in words, and nothing is changed. */
async function expectRefused(change: Readonly<Record<string, unknown>>, field: string): Promise<void> {
  const before = await offerNow();
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...edit, ...change })) form.set(name, String(value));
  const refused = await saveOffer(null, form);
  expect(refused).toMatchObject({ ok: false, error: 'invalid_input' });
  expect(refused.ok ? {} : refused.fields).toHaveProperty(field, expect.stringMatching(/^[A-Z].+\.$/));
  expect(await offerNow()).toEqual(before);
}

const ABSURD_PRICES = [
  '-1',
  '0',
  '1e9',
  'NaN',
  'Infinity',
  '1.005',
  '0x10',
  '',
  ' ',
  '٣',
  '1000000.01',
  '9'.repeat(400),
];

describe("a seller's price", () => {
  it.each(ABSURD_PRICES)('of %j is refused', (price) => expectRefused({ price }, 'price'));

  it.each(ABSURD_PRICES)('of %j makes no new offer, and nobody is told what is kept of it', async (price) => {
    const { productId, variantId } = await offerForSale(ownerDb);
    const variant = publicId('var', variantId);
    const form = new FormData();
    form.set('productId', publicId('prd', productId));
    form.set('condition', 'new');
    form.set('handlingDays', '');
    form.set(`variants.${variant}.price`, price);
    form.set(`variants.${variant}.onHand`, '1');
    const refused = await createOffersAction(null, form);
    expect(refused).toMatchObject({ ok: false, error: 'invalid_input' });
    const field = price.trim() === '' ? 'variants' : `variants.${variant}.price`;
    const words = /^Write a price like 12\.50/;
    expect(Object.entries((!refused.ok && refused.fields) || {})).toEqual([
      [field, expect.stringMatching(words)],
    ]);
    expect(await takeHomeAction({ price, postage: '0' })).toMatchObject({
      fields: { price: expect.stringMatching(words) },
    });
  });
});

describe('stock on hand', () => {
  it.each(['-1', '1.5', '1e9', 'NaN', 'Infinity', 'many', '9'.repeat(400)])('of %j is refused', (onHand) =>
    expectRefused({ onHand }, 'onHand'),
  );

  it('below what is being bought is refused with how much that is', async () => {
    await ownerDb.execute(sql`update stock set reserved = 2 where offer_id = ${offerId}`);
    const refused = await saveOffer({ ...edit, onHand: 1, selling: 'on' });
    expect(refused).toMatchObject({ ok: false, error: 'stock_below_reserved', detail: { reserved: 2 } });
    await ownerDb.execute(sql`update stock set reserved = 0 where offer_id = ${offerId}`);
    expect(await offerNow()).toMatchObject({ on_hand: 10 });
  });
});

it('an offer that was changed in another tab is not overwritten', async () => {
  expect(await saveOffer({ ...edit, price: '30.00', selling: 'on' })).toMatchObject({ ok: true });
  expect(await saveOffer({ ...edit, price: '20.00', selling: 'on' })).toMatchObject({ error: 'conflict' });
  expect(await offerNow()).toMatchObject({ price: 3_000, version: 2 });
});

it.each(['', 'off_x', '1', "'; drop table offers; --", 'off_\0', 'x'.repeat(5000)])(
  'an id like %j is refused in words',
  async (id) => {
    expect(await saveOffer({ ...edit, offerId: id, selling: 'on' })).toMatchObject({
      error: 'invalid_input',
    });
    const parcel = { carrier: 'DHL', trackingNumber: '1', lines: {} };
    expect(await sendParcel({ sellerOrderId: id, ...parcel })).toMatchObject({ error: 'invalid_input' });
    expect(await switchShop({ sellerId: id })).toMatchObject({ error: 'invalid_input' });
  },
);

it('the desk of a shop one is no member of is not found, and neither is one that does not exist', async () => {
  const { sellerId: foreign } = await offerForSale(ownerDb);
  for (const shop of [foreign, newId()]) {
    expect(await switchShop({ sellerId: publicId('sel', shop) })).toMatchObject({ error: 'not_found' });
  }
});
