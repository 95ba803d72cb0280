import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { reserveStock } from '@/lib/inventory';
import { newId } from '@/lib/kernel/ids';
import { testDatabase } from '@/tests/support/database';
import { offerForSale, type Goods } from '@/tests/support/goods';
import { approvedSeller } from '@/tests/support/people';
import { changeChosenOffers } from './change-chosen-offers';
import type { OfferAct } from './model';

const { db, ownerDb } = await testDatabase();

async function stateOf({ offerId }: Goods) {
  const [row] = await db.execute<{ price: number; stock: number; status: string; low: number | null }>(sql`
    select p.price_minor::int as price, s.on_hand as stock, s.low_level as low, o.status
    from offers o join offer_prices p on p.offer_id = o.id join stock s on s.offer_id = o.id
    where o.id = ${offerId}`);
  return row!;
}

async function act({ sellerId }: Goods, chosen: readonly Goods[], doing: OfferAct, version = 1) {
  const named = chosen.map(({ offerId }) => ({ offerId, version }));
  return changeChosenOffers(db, { sellerId, userId: newId(), chosen: named, act: doing });
}

describe('one act on many offers', () => {
  it.each<[OfferAct, Partial<Awaited<ReturnType<typeof stateOf>>>]>([
    [
      { kind: 'set_price', priceMinor: 1234 },
      { price: 1234, stock: 10, status: 'active' },
    ],
    [
      { kind: 'change_price', basisPoints: 1000 },
      { price: 2749, stock: 10 },
    ],
    [{ kind: 'change_price', basisPoints: -9999 }, { price: 1 }],
    [
      { kind: 'set_stock', onHand: 3 },
      { price: 2499, stock: 3 },
    ],
    [{ kind: 'add_stock', pieces: 5 }, { stock: 15 }],
    [{ kind: 'pause' }, { status: 'paused', stock: 10, price: 2499 }],
    [
      { kind: 'tell_at', lowLevel: 2 },
      { low: 2, status: 'active' },
    ],
  ])('%j changes that alone', async (doing, expected) => {
    const goods = await offerForSale(ownerDb, { priceMinor: 2499 });
    expect(await act(goods, [goods], doing)).toEqual({ changed: 1, left: 0 });
    expect(await stateOf(goods)).toMatchObject(expected);
  });

  it('leaves what is somebody else’s, what was changed meanwhile, and what buyers hold more of', async () => {
    const mine = await offerForSale(ownerDb, { sellerId: await approvedSeller(ownerDb) });
    const { sellerId } = mine;
    const [held, stale] = [
      await offerForSale(ownerDb, { sellerId }),
      await offerForSale(ownerDb, { sellerId }),
    ];
    const theirs = await offerForSale(ownerDb);
    const wish = { orderLineId: newId(), offerId: held.offerId, quantity: 4 };
    await db.transaction((tx) => reserveStock(tx, newId(), [wish], 60));
    await act(mine, [stale], { kind: 'pause' });

    const counted = await act(mine, [mine, held, stale, theirs], { kind: 'set_stock', onHand: 2 });
    expect(counted).toEqual({ changed: 1, left: 3 });
    expect((await stateOf(mine)).stock).toBe(2);
    for (const other of [held, stale, theirs]) expect((await stateOf(other)).stock).toBe(10);
    expect(await act(mine, [theirs], { kind: 'tell_at', lowLevel: 1 })).toEqual({ changed: 0, left: 1 });
  });

  it('adds pieces to what is there, whatever was sold meanwhile', async () => {
    const goods = await offerForSale(ownerDb, { onHand: 10 });
    await Promise.all([1, 2, 3].map(() => act(goods, [goods], { kind: 'add_stock', pieces: 5 })));
    // Who saw it before the first of them is told to look again.
    expect((await stateOf(goods)).stock).toBe(15);
    await ownerDb.execute(sql`update stock set on_hand = on_hand - 3 where offer_id = ${goods.offerId}`);
    await act(goods, [goods], { kind: 'add_stock', pieces: 5 }, 2);
    expect((await stateOf(goods)).stock).toBe(17);
  });
});
