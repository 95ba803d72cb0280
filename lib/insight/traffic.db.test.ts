import { describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { testDatabase } from '@/tests/support/database';
import { offerForSale, type Goods } from '@/tests/support/goods';
import { countActivity, keepActivityPartitions, recordActivity, type Activity } from '.';

const { db, sql, ownerDb } = await testDatabase();

const seen = (activity: Partial<Activity>): Activity => ({
  ...{ kind: 'viewed', productId: null, offerId: null, term: null },
  ...activity,
});

async function trafficOf({ sellerId }: Goods) {
  const [row] = await sql`
    select shown, viewed, in_buy_box as "inBuyBox", sold_out as "soldOut", carted
    from traffic_days where seller_id = ${sellerId}`;
  return row ?? null;
}

/** Another transaction on the server may hold the mark back for a moment; what is counted then is counted once. */
async function expectTraffic(goods: Goods, expected: Record<string, number>): Promise<void> {
  await vi.waitFor(
    async () => {
      await countActivity(db);
      expect(await trafficOf(goods)).toEqual(expected);
    },
    { timeout: 15_000, interval: 50 },
  );
}

const NOTHING = { shown: 0, viewed: 0, inBuyBox: 0, soldOut: 0, carted: 0 };

describe('what visitors saw', () => {
  it('counts for its seller, once however often and by however many it is counted', async () => {
    const goods = await offerForSale(ownerDb);
    const { productId, offerId } = goods;
    await recordActivity(db, [
      seen({ kind: 'shown', productId, term: 'a thing' }),
      seen({ kind: 'shown', productId, term: 'a thing' }),
      seen({ productId, offerId, term: 'a thing' }),
      seen({ kind: 'carted', offerId }),
    ]);
    await Promise.all(Array.from({ length: 4 }, () => countActivity(db)));
    const expected = { shown: 2, viewed: 1, inBuyBox: 1, soldOut: 0, carted: 1 };
    await expectTraffic(goods, expected);
    await countActivity(db);
    expect(await trafficOf(goods)).toEqual(expected);
    expect(await sql`select term, shown, viewed from term_days where seller_id = ${goods.sellerId}`).toEqual([
      { term: 'a thing', shown: 2, viewed: 1 },
    ]);
  });

  it('counts when its transaction ends after one that began later', async () => {
    const [slow, quick] = [await offerForSale(ownerDb), await offerForSale(ownerDb)];
    let finish = () => {};
    const waiting = new Promise<void>((resolve) => (finish = resolve));
    const open = db.transaction(async (tx) => {
      await recordActivity(tx, [seen({ productId: slow.productId })]);
      await waiting;
    });
    await recordActivity(db, [seen({ productId: quick.productId })]);
    await countActivity(db);
    finish();
    await open;
    await expectTraffic(quick, { ...NOTHING, viewed: 1 });
    await expectTraffic(slow, { ...NOTHING, viewed: 1 });
  });

  it('says who had the buy box, and who had nothing to sell', async () => {
    const first = await offerForSale(ownerDb, { onHand: 0 });
    const second = await offerForSale(ownerDb);
    const offerId = newId();
    await ownerDb.execute(
      `insert into offers (id, seller_id, variant_id) values ('${offerId}', '${second.sellerId}', '${first.variantId}')`,
    );
    await ownerDb.execute(`insert into stock (offer_id, on_hand) values ('${offerId}', 3)`);
    await recordActivity(db, [seen({ productId: first.productId, offerId })]);
    await expectTraffic(first, { ...NOTHING, viewed: 1, soldOut: 1 });
    await expectTraffic(second, { ...NOTHING, viewed: 1, inBuyBox: 1 });
  });

  it('of products that do not exist is nobody’s', async () => {
    await recordActivity(db, [seen({ productId: newId(), offerId: newId() })]);
    const before = await sql`select * from traffic_days`;
    await countActivity(db);
    expect(await sql`select * from traffic_days`).toHaveLength(before.length);
  });

  it('is forgotten by the month, while there is always one for what comes', async () => {
    const months = async () =>
      (
        await sql<{ name: string }[]>`
          select relid::regclass::text as name from pg_partition_tree('activity_events') where isleaf order by 1`
      ).map(({ name }) => name.slice(-6));
    const now = new Date();
    const inHalfAYear = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 6, 1));
    await keepActivityPartitions(db, inHalfAYear);
    const kept = await months();
    expect(kept).not.toContain(now.toISOString().slice(0, 7).replace('-', ''));
    expect(kept).toContain(inHalfAYear.toISOString().slice(0, 7).replace('-', ''));
  });
});
