import { beforeEach, describe, expect, it } from 'vitest';
import { listStockMovements, reserveStock } from '@/lib/inventory';
import { newId } from '@/lib/kernel/ids';
import { testDatabase } from '@/tests/support/database';
import { offerForSale, type Goods } from '@/tests/support/goods';
import { signedInPerson } from '@/tests/support/people';
import { sentMails } from '@/tests/support/sent-mail';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { changeOwnOffer } from './change-own-offer';
import { listSellerOffers } from './list-seller-offers';
import { setOfferLowLevel } from './set-offer-low-level';

const { db, ownerDb } = await testDatabase();

beforeEach(() => {
  sentMails.length = 0;
});

async function buy({ offerId }: Goods, quantity: number): Promise<void> {
  await db.transaction((tx) => reserveStock(tx, newId(), [{ orderLineId: newId(), offerId, quantity }], 60));
  await drain(db, works);
}

async function count(goods: Goods, userId: string, version: number, onHand: number): Promise<void> {
  const edit = { priceMinor: goods.priceMinor, currency: 'EUR', status: 'active' } as const;
  expect(await changeOwnOffer(db, { ...goods, ...edit, userId, version, onHand })).toMatchObject({
    ok: true,
  });
  await drain(db, works);
}

describe('an offer that runs low', () => {
  it('is told of once, to who looks after offers, and again only after there was more', async () => {
    const goods = await offerForSale(ownerDb, { onHand: 10 });
    const { sellerId } = goods;
    const catalogue = await signedInPerson(ownerDb, { sellerRole: 'catalogue', sellerId });
    await signedInPerson(ownerDb, { sellerRole: 'finance', sellerId });
    await setOfferLowLevel(db, { ...goods, lowLevel: 7 });

    await buy(goods, 2);
    expect(sentMails).toEqual([]);
    await buy(goods, 1);
    expect(sentMails).toMatchObject([{ to: catalogue.email, subject: '7 left: A thing' }]);
    await buy(goods, 1);
    expect(sentMails).toHaveLength(1);

    await count(goods, catalogue.userId, 1, 20);
    await buy(goods, 10);
    expect(sentMails).toMatchObject([{}, { subject: '6 left: A thing' }]);
  });

  it('says nothing where nobody asked for it, and stands among those that are low', async () => {
    const goods = await offerForSale(ownerDb, { onHand: 10 });
    const low = async () => {
      const filter = { text: '', show: 'low' } as const;
      return (await listSellerOffers(db, goods.sellerId, filter, { limit: 9, after: null }, 'en')).items
        .length;
    };
    expect(await low()).toBe(0);
    await buy(goods, 5);
    expect(await low()).toBe(1);
    await setOfferLowLevel(db, { ...goods, lowLevel: 4 });
    expect(await low()).toBe(0);
    expect(sentMails).toEqual([]);
  });
});

describe('the history of stock', () => {
  it('says what was on hand after each change, and who counted, page by page', async () => {
    const goods = await offerForSale(ownerDb, { onHand: 10 });
    const { userId } = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId: goods.sellerId });
    await count(goods, userId, 1, 14);
    await count(goods, userId, 2, 3);
    await count(goods, userId, 3, 8);
    const first = await listStockMovements(db, goods.offerId, { limit: 2, before: null });
    expect(first.items.map(({ delta, onHand, by }) => [delta, onHand, by])).toEqual([
      [5, 8, 'Somebody'],
      [-11, 3, 'Somebody'],
    ]);
    const rest = await listStockMovements(db, goods.offerId, { limit: 2, before: first.next });
    expect(rest).toMatchObject({ items: [{ delta: 4, onHand: 14 }], next: null });
  });
});
