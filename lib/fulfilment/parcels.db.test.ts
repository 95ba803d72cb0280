import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newId, parsePublicId } from '@/lib/kernel/ids';
import { cancelLinesBySeller } from '@/lib/orders';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { sentMails } from '@/tests/support/sent-mail';
import { soldOrder, type SoldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { deliverParcel, listParcelsOfOrder, shipParcel } from '.';

const shop = await shopWithBooks();
const { db } = shop;

const NO_LABEL = { carrier: '', trackingNumber: '' };

async function statusOf({ act }: SoldOrder): Promise<string> {
  const [row] = await db.execute<{ status: string }>(
    sql`select status from seller_orders where id = ${act.sellerOrderId}`,
  );
  return row!.status;
}

async function stockOf(offerId: string) {
  const [row] = await db.execute<{ on_hand: number; reserved: number }>(
    sql`select on_hand, reserved from stock where offer_id = ${offerId}`,
  );
  return [row!.on_hand, row!.reserved];
}

async function eventsOf({ act }: SoldOrder): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select name from outbox_events where name like 'seller_order.%' and aggregate_id = ${act.sellerOrderId}
    order by aggregate_version`);
  return rows.map(({ name }) => name);
}

async function arrive(order: SoldOrder, index: number) {
  const parcels = await listParcelsOfOrder(db, order.orderId);
  const shipmentId = parsePublicId('shp', parcels[index]!.shipmentId)!;
  return deliverParcel(db, { ...order.act, shipmentId });
}

describe('a seller order that leaves in parcels', () => {
  it('takes just what is in each from stock, is partly shipped until nothing is left, and arrives with the last', async () => {
    const order = await soldOrder(shop, [3, 1]);
    const [first, second] = order.lines as [(typeof order.lines)[0], (typeof order.lines)[0]];
    const [offer, other] = order.offerIds as [string, string];

    expect(
      await shipParcel(db, { ...order.act, ...NO_LABEL, lines: [{ ...first, quantity: 2 }] }),
    ).toMatchObject({ ok: true });
    expect(await statusOf(order)).toBe('partly_shipped');
    expect([await stockOf(offer), await stockOf(other)]).toEqual([
      [8, 1],
      [10, 1],
    ]);
    expect((await arrive(order, 0)).ok).toBe(true);
    expect(await statusOf(order)).toBe('partly_shipped');

    await shipParcel(db, { ...order.act, ...NO_LABEL, lines: [{ ...first, quantity: 1 }, second] });
    expect(await statusOf(order)).toBe('shipped');
    expect([await stockOf(offer), await stockOf(other)]).toEqual([
      [7, 0],
      [9, 0],
    ]);
    await drain(db, works);
    expect(await statusOf(order)).toBe('shipped');
    expect((await arrive(order, 1)).ok).toBe(true);
    expect(await statusOf(order)).toBe('delivered');
    expect(await eventsOf(order)).toEqual([
      'seller_order.accepted',
      'seller_order.partly_shipped',
      'seller_order.shipped',
      'seller_order.delivered',
    ]);
  });

  it('has arrived when what did not leave is called off after all that did has arrived', async () => {
    const order = await soldOrder(shop, [2]);
    const [line] = order.lines;
    await shipParcel(db, { ...order.act, ...NO_LABEL, lines: [{ ...line!, quantity: 1 }] });
    await arrive(order, 0);
    await drain(db, works);
    const [part] = await db.execute<{ version: number }>(
      sql`select version from seller_orders where id = ${order.act.sellerOrderId}`,
    );
    const cancelled = await cancelLinesBySeller(db, {
      ...order.act,
      version: part!.version,
      lines: [{ ...line!, quantity: 1 }],
      reason: 'The last one broke',
    });
    expect(cancelled.ok).toBe(true);
    await drain(db, works);
    expect(await statusOf(order)).toBe('delivered');
    expect(await stockOf(order.offerIds[0]!)).toEqual([9, 0]);
  });

  it('counts once how long its seller took to hand a parcel over', async () => {
    const order = await soldOrder(shop, [2]);
    const [line] = order.lines;
    const parcel = { ...order.act, ...NO_LABEL, lines: [{ ...line!, quantity: 1 }] };
    await shipParcel(db, parcel);
    await shipParcel(db, { ...parcel, lines: [{ ...line!, quantity: 5 }] });
    await arrive(order, 0);
    await drain(db, works);
    const paces = await db.execute(
      sql`select measure, days, count from seller_paces where seller_id = ${order.act.sellerId}`,
    );
    expect([...paces]).toEqual([{ measure: 'handling', days: 0, count: 1 }]);
  });

  it('tells the buyer of each parcel what is in it', async () => {
    const order = await soldOrder(shop, [2]);
    const [line] = order.lines;
    sentMails.length = 0;
    for (const _ of [1, 2]) {
      await shipParcel(db, { ...order.act, ...NO_LABEL, lines: [{ ...line!, quantity: 1 }] });
    }
    await drain(db, works);
    const told = sentMails.filter(({ to }) => to === order.buyer.email);
    expect(told).toHaveLength(2);
    expect(told[0]!.text).toContain('× 1');
  });

  it('never sends more than is open, not even from two tabs at once', async () => {
    const order = await soldOrder(shop, [3]);
    const [line] = order.lines;
    const parcel = { ...order.act, ...NO_LABEL, lines: [{ ...line!, quantity: 2 }] };
    const answers = await Promise.all(Array.from({ length: 4 }, () => shipParcel(db, parcel)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stockOf(order.offerIds[0]!)).toEqual([8, 1]);
    expect(await shipParcel(db, { ...parcel, lines: [{ ...line!, quantity: 2 }] })).toMatchObject({
      error: 'quantity_not_open',
    });
  });

  it.each([
    ['nothing', []],
    ['a line that is not of this order', [{ orderLineId: newId(), quantity: 1 }]],
  ])('refuses %s', async (_what, lines) => {
    const order = await soldOrder(shop);
    const refused = await shipParcel(db, { ...order.act, ...NO_LABEL, lines });
    expect(refused).toMatchObject({ ok: false, error: lines.length ? 'not_found' : 'quantity_not_open' });
    expect(await listParcelsOfOrder(db, order.orderId)).toEqual([]);
  });

  it("is another seller's to nobody else", async () => {
    const order = await soldOrder(shop);
    const stranger = { ...order.act, sellerId: newId() };
    expect(await shipParcel(db, { ...stranger, ...NO_LABEL, lines: order.lines })).toMatchObject({
      error: 'not_found',
    });
  });
});

describe('a tracking number', () => {
  const NUMBER = '00340434161094042557';

  it('that is known names its carrier, which then tells of the parcel: its seller cannot', async () => {
    const order = await soldOrder(shop);
    const sent = await shipParcel(db, {
      ...order.act,
      carrier: '',
      trackingNumber: '1Z 5R8939 0357567127',
      lines: order.lines,
    });
    expect(sent).toEqual({ ok: true, value: { followed: true } });
    expect(await listParcelsOfOrder(db, order.orderId)).toMatchObject([
      { carrier: 'UPS', trackingNumber: '1Z5R89390357567127', followed: true },
    ]);
    expect(await arrive(order, 0)).toMatchObject({ error: 'parcel_followed' });
  });

  it('that its carrier does not give out is refused, and nothing leaves', async () => {
    const order = await soldOrder(shop);
    const wrong = { ...order.act, carrier: 'dhl', trackingNumber: 'ABC', lines: order.lines };
    expect(await shipParcel(db, wrong)).toMatchObject({ error: 'tracking_number_invalid' });
    expect(await statusOf(order)).toBe('to_ship');
  });

  it('of a carrier we do not know is taken as it is', async () => {
    const order = await soldOrder(shop);
    const parcel = { ...order.act, carrier: 'Bike Bob', trackingNumber: 'bob-7', lines: order.lines };
    expect(await shipParcel(db, parcel)).toEqual({ ok: true, value: { followed: false } });
    expect(await listParcelsOfOrder(db, order.orderId)).toMatchObject([
      { carrier: 'Bike Bob', trackingNumber: 'BOB7', followed: false },
    ]);
  });

  it("is the first seller's who uses it, whatever it is typed like, also when two use it at once", async () => {
    const [mine, theirs] = [await soldOrder(shop, [2]), await soldOrder(shop, [2])];
    const send = (order: SoldOrder, trackingNumber: string, quantity: number) =>
      shipParcel(db, {
        ...order.act,
        carrier: '',
        trackingNumber,
        lines: [{ ...order.lines[0]!, quantity }],
      });
    const answers = await Promise.all([send(mine, NUMBER, 1), send(theirs, NUMBER, 1)]);
    expect(answers.map((answer) => (answer.ok ? 'sent' : answer.error)).toSorted()).toEqual([
      'sent',
      'tracking_number_taken',
    ]);
    const [owner, other] = answers[0].ok ? [mine, theirs] : [theirs, mine];
    expect(await send(other, '0034 0434 1610 9404 2557', 1)).toMatchObject({
      error: 'tracking_number_taken',
    });
    expect(await statusOf(other)).toBe('to_ship');
    expect(await send(owner, NUMBER, 1)).toMatchObject({ ok: true });
  });

  it('of a refused parcel stays free for others', async () => {
    const [mine, theirs] = [await soldOrder(shop), await soldOrder(shop)];
    const label = { carrier: '', trackingNumber: '1Z 879E 9303 4683 4440' };
    const tooMany = [{ ...mine.lines[0]!, quantity: 9 }];
    expect((await shipParcel(db, { ...mine.act, ...label, lines: tooMany })).ok).toBe(false);
    expect(await shipParcel(db, { ...theirs.act, ...label, lines: theirs.lines })).toMatchObject({
      ok: true,
    });
  });
});
