import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newId, parsePublicId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { approvedSeller } from '@/tests/support/people';
import {
  forgetOldPaces,
  getShipping,
  learnPromises,
  listDeliveryOptions,
  recordPace,
  removeShippingZone,
  saveShippingZone,
  type WantedZone,
} from '.';

const { db, ownerDb } = await testDatabase({ poolSize: 10 });
const { currency } = DEFAULT_MARKET;

const STANDARD = {
  code: 'standard' as const,
  priceMinor: 500,
  freeFromMinor: null,
  minDays: 2,
  maxDays: 4,
};

function zone(sellerId: string, countries: readonly string[], more: Partial<WantedZone> = {}): WantedZone {
  return { sellerId, zoneId: null, name: 'A zone', countries, currency, rates: [STANDARD], ...more };
}

async function priceTo(sellerId: string, country: string): Promise<number | null> {
  const options = await listDeliveryOptions(db, [sellerId], { currency, country });
  expect(options.length).toBeLessThanOrEqual(1);
  return options[0]?.priceMinor ?? null;
}

describe('a shop sends', () => {
  it('to a country on the terms of the zone that names it, elsewhere on those of everywhere else', async () => {
    const sellerId = await approvedSeller(ownerDb);
    await saveShippingZone(db, zone(sellerId, ['DE', 'AT'], { rates: [{ ...STANDARD, priceMinor: 300 }] }));
    expect(await priceTo(sellerId, 'PT')).toBeNull();
    await saveShippingZone(db, zone(sellerId, []));
    expect([await priceTo(sellerId, 'AT'), await priceTo(sellerId, 'PT')]).toEqual([300, 500]);
  });

  it('on other terms once they are changed, and to no country twice', async () => {
    const sellerId = await approvedSeller(ownerDb);
    await saveShippingZone(db, zone(sellerId, ['DE', 'AT']));
    const [first] = (await getShipping(db, sellerId, currency)).zones;
    const zoneId = parsePublicId('zon', first!.zoneId)!;
    const moved = zone(sellerId, ['AT', 'CH'], { zoneId, rates: [{ ...STANDARD, priceMinor: 700 }] });
    expect((await saveShippingZone(db, moved)).ok).toBe(true);
    expect(await Promise.all(['DE', 'AT', 'CH'].map((country) => priceTo(sellerId, country)))).toEqual([
      null,
      700,
      700,
    ]);
    expect(await saveShippingZone(db, zone(sellerId, ['DE', 'CH']))).toMatchObject({ error: 'zone_overlap' });
    await saveShippingZone(db, zone(sellerId, []));
    expect(await saveShippingZone(db, zone(sellerId, []))).toMatchObject({ error: 'zone_overlap' });
    expect((await getShipping(db, sellerId, currency)).zones).toHaveLength(2);
  });

  it('everywhere else may become a zone, and a zone everywhere else', async () => {
    const sellerId = await approvedSeller(ownerDb);
    await saveShippingZone(db, zone(sellerId, []));
    expect((await saveShippingZone(db, zone(sellerId, ['DE'], { zoneId: 'rest' }))).ok).toBe(true);
    expect([await priceTo(sellerId, 'DE'), await priceTo(sellerId, 'PT')]).toEqual([500, null]);
    const [only] = (await getShipping(db, sellerId, currency)).zones;
    const zoneId = parsePublicId('zon', only!.zoneId)!;
    expect((await saveShippingZone(db, zone(sellerId, [], { zoneId }))).ok).toBe(true);
    expect([await priceTo(sellerId, 'DE'), await priceTo(sellerId, 'PT')]).toEqual([500, 500]);
  });

  it('to at least one place, and not from the zones of another', async () => {
    const [sellerId, other] = [await approvedSeller(ownerDb), await approvedSeller(ownerDb)];
    await saveShippingZone(db, zone(sellerId, ['DE']));
    const [only] = (await getShipping(db, sellerId, currency)).zones;
    const zoneId = parsePublicId('zon', only!.zoneId)!;
    expect(await removeShippingZone(db, { sellerId, zoneId })).toMatchObject({ error: 'last_zone' });
    expect(await priceTo(sellerId, 'DE')).toBe(500);
    await saveShippingZone(db, zone(sellerId, []));
    for (const foreign of [zoneId, newId(), 'rest'] as const) {
      expect(await removeShippingZone(db, { sellerId: other, zoneId: foreign })).toMatchObject({
        error: 'not_found',
      });
      expect(await saveShippingZone(db, zone(other, ['FR'], { zoneId: foreign }))).toMatchObject({
        error: 'not_found',
      });
    }
    expect((await removeShippingZone(db, { sellerId, zoneId })).ok).toBe(true);
    expect(await priceTo(sellerId, 'DE')).toBe(500);
  });

  it('to each country once, although two members add zones at the same moment', async () => {
    const sellerId = await approvedSeller(ownerDb);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => saveShippingZone(db, zone(sellerId, ['DE']))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("a promise from a seller's own history", () => {
  const NOW = new Date('2026-11-23T12:00:00Z');
  const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 3600 * 1000);

  async function sellerWhoTook(days: readonly number[], at = daysAgo(10), measure = 'standard') {
    const { sellerId } = await offerForSale(ownerDb);
    await count(sellerId, days, at, measure);
    return sellerId;
  }

  async function count(sellerId: string, days: readonly number[], at: Date, measure = 'standard') {
    await db.transaction(async (tx) => {
      for (const each of days) await recordPace(tx, { sellerId, measure, days: each, at });
    });
    await learnPromises(db, sellerId, NOW);
  }

  const promised = async (sellerId: string) => {
    const [option] = await listDeliveryOptions(db, [sellerId], { currency, country: 'DE' });
    return [option!.minDays, option!.maxDays];
  };

  it('is what one in five and four in five parcels took', async () => {
    const days = [...Array<number>(4).fill(1), ...Array<number>(12).fill(3), ...Array<number>(4).fill(9)];
    expect(await promised(await sellerWhoTook(days))).toEqual([1, 3]);
  });

  it('waits for twenty parcels, and until then is what the seller says', async () => {
    const sellerId = await sellerWhoTook(Array<number>(19).fill(9));
    expect(await promised(sellerId)).toEqual([2, 4]);
    await count(sellerId, [9], daysAgo(1));
    expect(await promised(sellerId)).toEqual([9, 9]);
  });

  it('forgets what is older than ninety days', async () => {
    const sellerId = await sellerWhoTook(Array<number>(40).fill(9), daysAgo(91));
    expect(await promised(sellerId)).toEqual([2, 4]);
    await count(sellerId, Array<number>(20).fill(1), daysAgo(5));
    expect(await promised(sellerId)).toEqual([1, 1]);
    await forgetOldPaces(db, new Date(NOW.getTime() + 100 * 24 * 3600 * 1000));
    expect(await promised(sellerId)).toEqual([2, 4]);
    const [left] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from seller_paces where seller_id = ${sellerId}`,
    );
    expect(left!.count).toBe(0);
  });

  it('counts every parcel once, also those of the same moment', async () => {
    const sellerId = await sellerWhoTook([]);
    await Promise.all(Array.from({ length: 20 }, () => count(sellerId, [5], daysAgo(1))));
    await learnPromises(db, sellerId, NOW);
    const { learned } = await getShipping(db, sellerId, currency);
    expect(learned).toEqual({
      handling: null,
      standard: { minDays: 5, maxDays: 5, parcels: 20 },
      express: null,
    });
  });
});
