import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { CarrierPort, Scan, ScanKind, TrackingReport } from '@/lib/platform/carriers';
import { upsNumber } from '@/tests/support/carrier';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { soldOrder, type SoldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import {
  askAboutSilentParcels,
  getParcelsVersion,
  listParcelsOfOrder,
  recordReport,
  shipParcel,
  storeCarrierEvent,
} from '.';

const shop = await shopWithBooks();
const { db } = shop;

const HOUR_MS = 3600 * 1000;
const LEFT_AT = new Date();

/** What the carriers know, by number; asked like the real ones. */
const known = new Map<string, Scan[]>();
const reportOf = (trackingNumber: string): TrackingReport => ({
  trackerId: `trk_${trackingNumber}`,
  trackingNumber,
  scans: known.get(trackingNumber) ?? [],
});
const port: CarrierPort = {
  follow: async ({ trackingNumber }) => reportOf(trackingNumber),
  ask: async (trackerId) => reportOf(trackerId.replace('trk_', '')),
  prepareLabel: async () => 'shp_1',
  buyLabel: async () => null,
};
(globalThis as typeof globalThis & { soukCarriers?: CarrierPort | null }).soukCarriers = port;

afterEach(() => known.clear());

function scan(kind: ScanKind, hours: number): Scan {
  return {
    key: `${kind} at ${hours}`,
    kind,
    message: kind,
    place: 'Berlin',
    at: new Date(LEFT_AT.getTime() + hours * HOUR_MS),
  };
}

let serial = 0;

/** A parcel on its way under a UPS number of its own. */
async function parcelOnItsWay(quantities?: readonly number[]) {
  const order = await soldOrder(shop, quantities);
  const number = await sendAll(order, order.lines);
  return { order, number };
}

async function sendAll(order: SoldOrder, lines: SoldOrder['lines']): Promise<string> {
  const trackingNumber = upsNumber((serial += 1));
  const sent = await shipParcel(db, { ...order.act, carrier: 'UPS', trackingNumber, lines });
  expect(sent).toEqual({ ok: true, value: { followed: true } });
  return trackingNumber;
}

const told = (number: string, ...scans: Scan[]) =>
  recordReport(db, { trackerId: `trk_${number}`, trackingNumber: number, scans }, in24Hours());

const in24Hours = () => new Date(LEFT_AT.getTime() + 24 * HOUR_MS);

async function standing({ order }: { order: SoldOrder }) {
  const [part] = await db.execute<{ status: string }>(
    sql`select status from seller_orders where id = ${order.act.sellerOrderId}`,
  );
  const parcels = await listParcelsOfOrder(db, order.orderId);
  return { part: part!.status, parcels: parcels.map(({ status }) => status) };
}

describe('a followed parcel', () => {
  it('is where its carrier says, and delivers its seller order when it arrives', async () => {
    const parcel = await parcelOnItsWay();
    await told(parcel.number, scan('in_transit', 1));
    expect(await standing(parcel)).toEqual({ part: 'shipped', parcels: ['in_transit'] });
    await told(parcel.number, scan('in_transit', 1), scan('out_for_delivery', 2), scan('delivered', 3));
    expect(await standing(parcel)).toEqual({ part: 'delivered', parcels: ['delivered'] });
    const [shown] = await listParcelsOfOrder(db, parcel.order.orderId);
    expect(shown!.scans.map(({ kind }) => kind)).toEqual(['delivered', 'out_for_delivery', 'in_transit']);
    expect(shown!.deliveredAt).toBe(scan('delivered', 3).at.toISOString());
  });

  it('delivers its seller order only with the others of it', async () => {
    const order = await soldOrder(shop, [2]);
    const [line] = order.lines;
    const numbers = [];
    for (const _ of [1, 2]) numbers.push(await sendAll(order, [{ ...line!, quantity: 1 }]));
    await told(numbers[0]!, scan('delivered', 1));
    expect(await standing({ order })).toEqual({ part: 'shipped', parcels: ['delivered', 'announced'] });
    await told(numbers[1]!, scan('delivered', 2));
    expect(await standing({ order })).toEqual({ part: 'delivered', parcels: ['delivered', 'delivered'] });
  });

  it('counts once how long it was in transit', async () => {
    const parcel = await parcelOnItsWay();
    for (const _ of [1, 2]) await told(parcel.number, scan('delivered', 1));
    const paces = await db.execute(sql`
      select count from seller_paces
      where seller_id = ${parcel.order.act.sellerId} and measure = 'standard'`);
    expect([...paces]).toEqual([{ count: 1 }]);
  });

  it('may be lost and found', async () => {
    const parcel = await parcelOnItsWay();
    await told(parcel.number, scan('lost', 1));
    expect(await standing(parcel)).toEqual({ part: 'shipped', parcels: ['lost'] });
    await told(parcel.number, scan('in_transit', 2));
    expect(await standing(parcel)).toEqual({ part: 'shipped', parcels: ['in_transit'] });
  });

  it('that goes back to its sender does not deliver the seller order, not even when it arrives there', async () => {
    const parcel = await parcelOnItsWay();
    await told(parcel.number, scan('returned_to_sender', 1), scan('delivered', 2));
    expect(await standing(parcel)).toEqual({ part: 'shipped', parcels: ['returned_to_sender'] });
  });

  it('changes what an open page shows with every scan, also with one that moves nothing', async () => {
    const parcel = await parcelOnItsWay();
    const states = [await getParcelsVersion(db, parcel.order.orderId)];
    for (const hours of [1, 2]) {
      await told(parcel.number, scan('in_transit', hours));
      states.push(await getParcelsVersion(db, parcel.order.orderId));
    }
    await told(parcel.number, scan('in_transit', 2));
    expect(new Set(states).size).toBe(3);
    expect(await getParcelsVersion(db, parcel.order.orderId)).toBe(states.at(-1));
  });
});

describe('scans out of order', () => {
  it('a late one is in the timeline at its own time and moves nothing that came after it', async () => {
    const parcel = await parcelOnItsWay();
    await told(parcel.number, scan('out_for_delivery', 5));
    await told(parcel.number, scan('in_transit', 2));
    expect(await standing(parcel)).toEqual({ part: 'shipped', parcels: ['out_for_delivery'] });
    const [shown] = await listParcelsOfOrder(db, parcel.order.orderId);
    expect(shown!.scans.map(({ kind }) => kind)).toEqual(['out_for_delivery', 'in_transit']);
  });

  it('nothing moves a parcel that has arrived', async () => {
    const parcel = await parcelOnItsWay();
    await told(parcel.number, scan('delivered', 5));
    for (const late of [
      scan('in_transit', 2),
      scan('lost', 4),
      scan('returned_to_sender', 3),
      scan('lost', 9),
    ]) {
      await told(parcel.number, late);
      expect(await standing(parcel)).toEqual({ part: 'delivered', parcels: ['delivered'] });
    }
  });

  it('in whatever order and however often they are told, the parcel ends in the same place', async () => {
    const story = [
      scan('announced', 0),
      scan('in_transit', 1),
      scan('lost', 2),
      scan('note', 2),
      scan('in_transit', 3),
      scan('out_for_delivery', 4),
      scan('ready_for_pickup', 5),
    ];
    const order = fc.shuffledSubarray([...story, ...story], { minLength: 14, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(order, async (shuffled) => {
        const parcel = await parcelOnItsWay([1]);
        for (const each of shuffled) await told(parcel.number, each);
        expect(await standing(parcel)).toEqual({ part: 'shipped', parcels: ['ready_for_pickup'] });
        const [shown] = await listParcelsOfOrder(db, parcel.order.orderId);
        expect(shown!.scans).toHaveLength(story.length);
      }),
      { numRuns: 8 },
    );
  });

  it('told at the same moment by several are kept once', async () => {
    const parcel = await parcelOnItsWay();
    await Promise.all(
      Array.from({ length: 6 }, () => told(parcel.number, scan('in_transit', 1), scan('delivered', 2))),
    );
    expect(await standing(parcel)).toEqual({ part: 'delivered', parcels: ['delivered'] });
    const [shown] = await listParcelsOfOrder(db, parcel.order.orderId);
    expect(shown!.scans).toHaveLength(2);
  });

  it('from long before the parcel left are of another one with that number: carriers use them again', async () => {
    const parcel = await parcelOnItsWay();
    await told(parcel.number, scan('delivered', -24 * 30), scan('in_transit', 24 * 30));
    expect(await standing(parcel)).toEqual({ part: 'shipped', parcels: ['announced'] });
  });
});

describe('what the carriers tell', () => {
  function eventAbout(number: string, status: string) {
    return {
      id: `evt_${newId()}`,
      object: 'Event',
      description: 'tracker.updated',
      result: {
        id: `trk_${number}`,
        object: 'Tracker',
        tracking_code: number,
        tracking_details: [{ message: 'x', status, datetime: new Date().toISOString() }],
      },
    };
  }

  it('is kept once and acted on by the worker', async () => {
    const parcel = await parcelOnItsWay();
    const event = eventAbout(parcel.number, 'delivered');
    await Promise.all([storeCarrierEvent(db, event), storeCarrierEvent(db, event)]);
    expect(await standing(parcel)).toEqual({ part: 'shipped', parcels: ['announced'] });
    await drain(db, works);
    expect(await standing(parcel)).toEqual({ part: 'delivered', parcels: ['delivered'] });
    const stored = await db.execute(sql`select 1 from webhook_inbox where external_id = ${event.id}`);
    expect(stored).toHaveLength(1);
  });

  it('of numbers we do not know, or of other things, does no harm', async () => {
    await storeCarrierEvent(db, eventAbout('1Z0000000000000000', 'delivered'));
    const other = { id: `evt_${newId()}`, object: 'Event', description: 'batch.created', result: {} };
    await storeCarrierEvent(db, other);
    await drain(db, works);
    const [row] = await db.execute<{ open: number }>(
      sql`select count(*)::int as open from webhook_inbox where source = 'easypost' and processed_at is null`,
    );
    expect(row!.open).toBe(0);
  });

  it('and was lost on its way is found by asking, after a silence', async () => {
    const parcel = await parcelOnItsWay();
    await drain(db, works);
    known.set(parcel.number, [scan('delivered', 1)]);
    await askAboutSilentParcels(db, new Date(LEFT_AT.getTime() + HOUR_MS));
    expect(await standing(parcel)).toEqual({ part: 'shipped', parcels: ['announced'] });
    await askAboutSilentParcels(db, in24Hours());
    expect(await standing(parcel)).toEqual({ part: 'delivered', parcels: ['delivered'] });
  });
});
