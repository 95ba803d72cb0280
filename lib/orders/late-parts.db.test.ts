import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { listParcelsOfOrder, recordReport, shipParcel } from '@/lib/fulfilment';
import { testDatabase } from '@/tests/support/database';
import { testPayments } from '@/tests/support/payments';
import { signedInPerson } from '@/tests/support/people';
import { sentMails } from '@/tests/support/sent-mail';
import { soldOrder, type SoldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { getOrder, tellOfLateParts } from '.';

const { db, ownerDb } = await testDatabase();
const payments = testPayments();
const NUMBER = '1Z5R89390357567127';

/** Asked about parcels, the carrier knows nothing new. */
(globalThis as typeof globalThis & { soukCarriers?: unknown }).soukCarriers = {
  follow: async () => ({ trackerId: 'trk_1', trackingNumber: NUMBER, scans: [] }),
  ask: async () => ({ trackerId: 'trk_1', trackingNumber: NUMBER, scans: [] }),
};

let order: SoldOrder;
let sellerEmail: string;

beforeEach(async () => {
  await ownerDb.execute(sql`delete from tracking_numbers`);
  order = await soldOrder({ db, ownerDb, payments });
  const owner = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId: order.act.sellerId });
  sellerEmail = owner.email;
  await drain(db, works);
  sentMails.length = 0;
});

async function daysAfterPromise(days: number): Promise<Date> {
  const [row] = await db.execute<{ promised: string }>(
    sql`select promised_to as promised from seller_orders where id = ${order.act.sellerOrderId}`,
  );
  return new Date(new Date(row!.promised).getTime() + days * 24 * 3600 * 1000);
}

async function tellAt(when: Date) {
  await tellOfLateParts(db, when);
  await drain(db, works);
}

const partNow = async () => (await getOrder(db, order.number, 'staff'))!.sellerOrders[0]!;
const told = (to: string) => sentMails.filter((mail) => mail.to === to).map(({ subject }) => subject);

it('a promise that has passed is told to buyer and seller, once, and stands on their pages', async () => {
  await tellAt(await daysAfterPromise(0));
  expect((await partNow()).isLate).toBe(false);
  for (const days of [1, 2, 3]) await tellAt(await daysAfterPromise(days));
  expect((await partNow()).isLate).toBe(true);
  expect(told(order.buyer.email)).toEqual([expect.stringMatching(/^Late:/)]);
  expect(told(sellerEmail)).toEqual([expect.stringMatching(/^Late:/)]);
});

it('what arrived in time is never late', async () => {
  await shipParcel(db, { ...order.act, carrier: 'UPS', trackingNumber: NUMBER, lines: order.lines });
  await report('delivered');
  sentMails.length = 0;
  await tellAt(await daysAfterPromise(5));
  expect((await partNow()).isLate).toBe(false);
  expect(sentMails).toEqual([]);
});

it.each([
  ['lost', /^Lost on its way/],
  ['returned_to_sender', /^(Going|Coming) back/],
] as const)('a parcel that is %s is told to both, and then not told late besides', async (kind, subject) => {
  await shipParcel(db, { ...order.act, carrier: 'UPS', trackingNumber: NUMBER, lines: order.lines });
  await drain(db, works);
  sentMails.length = 0;
  await report(kind);
  await report(kind);
  await tellAt(await daysAfterPromise(5));
  expect(told(order.buyer.email)).toEqual([expect.stringMatching(subject)]);
  expect(told(sellerEmail)).toEqual([expect.stringMatching(subject)]);
  expect(await listParcelsOfOrder(db, order.orderId)).toMatchObject([{ status: kind }]);
});

async function report(kind: 'delivered' | 'lost' | 'returned_to_sender') {
  const scan = { key: kind, kind, message: '', place: '', at: new Date() };
  await recordReport(db, { trackerId: 'trk_1', trackingNumber: NUMBER, scans: [scan] }, new Date());
  await drain(db, works);
}
