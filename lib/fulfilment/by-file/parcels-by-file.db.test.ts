import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { soldOrder, type SoldOrder } from '@/tests/support/sold-orders';
import { checkParcels, exportPartsToShip, shipParcelsByFile } from '..';

const shop = await shopWithBooks();
const { db } = shop;

const sheet = (...rows: readonly string[]) =>
  Buffer.from(['order_number,carrier,tracking_number', ...rows].join('\n'));

const ship = async ({ act }: SoldOrder, file: Buffer) => {
  const result = await shipParcelsByFile(db, { ...act, file });
  if (!result.ok) throw new Error(result.error);
  return result.value;
};
const check = async ({ act }: SoldOrder, file: Buffer) => {
  const result = await checkParcels(db, { sellerId: act.sellerId, file });
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

async function numbersSent({ act }: SoldOrder): Promise<string[]> {
  const rows = await db.execute<{ tracking_number: string }>(
    sql`select tracking_number from shipments where seller_order_id = ${act.sellerOrderId}`,
  );
  return rows.map((row) => row.tracking_number);
}

const rowOf = ({ number }: SoldOrder, tracking: string) => `${number},Some Carrier,${tracking}`;
const anotherOf = ({ act: { sellerId } }: SoldOrder) => soldOrder(shop, [1], { sellerId });

describe('a file of parcels', () => {
  it('is shown first, and sends nothing until it is wanted', async () => {
    const order = await soldOrder(shop, [2, 1]);
    const shown = await check(order, sheet(rowOf(order, 'FIRST 1')));
    expect(shown.ready).toEqual([
      { number: 1, orderNumber: order.number, carrier: 'Some Carrier', trackingNumber: 'FIRST1', pieces: 3 },
    ]);
    expect(await numbersSent(order)).toEqual([]);
  });

  it('sends every good row whatever stands beside it, and says of each other why it is left out', async () => {
    const order = await soldOrder(shop);
    const waiting = await anotherOf(order);
    const last = await anotherOf(order);
    const foreign = await soldOrder(shop);
    await ship(foreign, sheet(rowOf(foreign, 'THEIRS')));
    const result = await ship(
      order,
      sheet(
        rowOf(order, 'GOOD1'),
        'NO-SUCH,Some Carrier,X1',
        rowOf(foreign, 'X2'),
        rowOf(waiting, ''),
        `${waiting.number},UPS,not one of theirs`,
        rowOf(waiting, 'THEIRS'),
        rowOf(last, 'GOOD2'),
      ),
    );
    expect(result.sent.map(({ number }) => number)).toEqual([1, 7]);
    expect(result.waiting).toBe(1);
    expect(result.problems.map(({ number, problem }) => [number, problem])).toEqual([
      [2, 'not_found'],
      [3, 'not_found'],
      [5, 'tracking_number_invalid'],
      [6, 'tracking_number_taken'],
    ]);
    expect([await numbersSent(order), await numbersSent(waiting), await numbersSent(last)]).toEqual([
      ['GOOD1'],
      [],
      ['GOOD2'],
    ]);
    expect(await numbersSent(foreign)).toEqual(['THEIRS']);
  });

  it('sends once, however often it comes, and also when it comes twice at the same time', async () => {
    const order = await soldOrder(shop);
    const file = sheet(rowOf(order, 'ONCE1'), rowOf(order, 'ONCE2'));
    const both = await Promise.all([ship(order, file), ship(order, file)]);
    both.push(await ship(order, file));
    expect(await numbersSent(order)).toEqual(['ONCE1']);
    for (const { sent, ready } of both) {
      expect([sent.map(({ number }) => number), ready]).toEqual([[1], []]);
    }
  });

  it('is the one that was taken out, filled in; nothing in it is taken for a formula', async () => {
    const order = await soldOrder(shop);
    await shop.ownerDb.execute(sql`
      update orders set shipping_address = shipping_address || '{"recipient": "=cmd()"}' where id = ${order.orderId}`);
    const taken: string[] = [];
    for await (const part of exportPartsToShip(db, order.act.sellerId)) taken.push(part);
    const text = taken.join('');
    expect(text).toContain(`${order.number},'=cmd(),`);
    const filled = text.replace(/,,\r\n$/, ',Some Carrier,TAKEN1\r\n');
    expect((await ship(order, Buffer.from(filled))).sent).toHaveLength(1);
  });

  it('that names no column of numbers, or has too many rows, is refused as a whole', async () => {
    const { act } = await soldOrder(shop);
    const many = sheet(...Array.from({ length: 501 }, (_, index) => `N${index},,T${index}`));
    for (const file of [Buffer.from('order_number\nA'), Buffer.from(''), many]) {
      expect(await checkParcels(db, { sellerId: act.sellerId, file })).toMatchObject({
        error: 'parcel_sheet_unusable',
      });
    }
  });
});
