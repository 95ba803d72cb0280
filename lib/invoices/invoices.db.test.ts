import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { shipParcel } from '@/lib/fulfilment';
import { sumMinor } from '@/lib/kernel/money';
import { cancelLinesBySeller } from '@/lib/orders';
import { saveBusiness } from '@/lib/sellers';
import { testDatabase } from '@/tests/support/database';
import { testPayments } from '@/tests/support/payments';
import { approvedSeller } from '@/tests/support/people';
import { deliveredOrder, refundDelivered } from '@/tests/support/seller-money';
import { soldOrder, type SoldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import {
  countInvoices,
  getInvoice,
  getTaxReport,
  issueCreditNote,
  issueInvoice,
  issueMissing,
  listInvoiceMonths,
  listInvoicesOfMonth,
  listInvoicesOfOrder,
  listInvoicesOfSeller,
  taxPeriod,
  taxReportCsv,
} from '.';
import { writeInvoice } from './write-invoice';

const { db, ownerDb } = await testDatabase({ poolSize: 20 });
const payments = testPayments();
const shop = { db, ownerDb, payments };

type Row = {
  id: string;
  kind: string;
  number: number;
  total_minor: string;
  tax_minor: string;
  corrects_id: string | null;
  lines: { orderLineId: string; quantity: number; totalMinor: number; taxMinor: number }[];
};

async function documentsOf(orderId: string): Promise<Row[]> {
  const rows = await db.execute<Row>(sql`
    select id, kind, number, total_minor, tax_minor, corrects_id, content->'lines' as lines
    from invoices where order_id = ${orderId} order by id`);
  return [...rows];
}

async function send(order: SoldOrder, quantities: readonly number[]): Promise<void> {
  const lines = order.lines
    .map(({ orderLineId }, index) => ({ orderLineId, quantity: quantities[index] ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
  const sent = await shipParcel(db, { ...order.act, carrier: '', trackingNumber: '', lines });
  if (!sent.ok) throw new Error(sent.error);
  await drain(db, works);
}

async function cancel(order: SoldOrder, quantity: number): Promise<void> {
  const [part] = await db.execute<{ version: number }>(
    sql`select version from seller_orders where id = ${order.act.sellerOrderId}`,
  );
  const { orderLineId } = order.lines[0]!;
  const lines = [{ orderLineId, quantity }];
  const version = part!.version;
  const cancelled = await cancelLinesBySeller(db, { ...order.act, version, lines, reason: 'broken' });
  if (!cancelled.ok) throw new Error(cancelled.error);
}

async function charged(orderId: string): Promise<{ total: number; tax: number; refunded: number }> {
  const [row] = await db.execute<{ total: string; tax: string; refunded: string }>(sql`
    select o.total_minor as total, o.tax_minor as tax, p.refunded_minor as refunded
    from orders o join payments p on p.order_id = o.id where o.id = ${orderId}`);
  return { total: Number(row!.total), tax: Number(row!.tax), refunded: Number(row!.refunded) };
}

describe('an invoice', () => {
  it('is issued with the first parcel, once, for everything that was charged, to the cent', async () => {
    const order = await soldOrder(shop, [3, 2]);
    expect(await documentsOf(order.orderId)).toEqual([]);
    await send(order, [1]);
    await send(order, [2, 2]);
    await issueMissing(db, new Date());
    const [invoice, ...more] = await documentsOf(order.orderId);
    expect(more).toEqual([]);
    const { total, tax } = await charged(order.orderId);
    expect(invoice).toMatchObject({ kind: 'invoice', number: 1 });
    expect([Number(invoice!.total_minor), Number(invoice!.tax_minor)]).toEqual([total, tax]);
    expect(sumMinor(invoice!.lines.map(({ totalMinor }) => totalMinor))).toBe(total);
    expect(sumMinor(invoice!.lines.map(({ taxMinor }) => taxMinor))).toBe(tax);
    expect(invoice!.lines.map(({ quantity }) => quantity)).toEqual([3, 2]);
  });

  it('leaves out what was cancelled before, and there is no credit note for it', async () => {
    const order = await soldOrder(shop, [3]);
    await cancel(order, 1);
    await drain(db, works);
    await send(order, [2]);
    await issueMissing(db, new Date());
    const documents = await documentsOf(order.orderId);
    const { total, refunded } = await charged(order.orderId);
    expect(documents).toHaveLength(1);
    expect(documents[0]!.lines).toMatchObject([{ quantity: 2 }]);
    expect(Number(documents[0]!.total_minor)).toBe(total - refunded);
  });

  it('waits while the money of a cancelled piece is still to be asked back', async () => {
    const order = await soldOrder(shop, [2]);
    const { orderId } = order;
    await cancel(order, 1);
    const lines = [{ ...order.lines[0]!, quantity: 1 }];
    await shipParcel(db, { ...order.act, carrier: '', trackingNumber: '', lines });
    await issueInvoice(db, { orderId, sellerOrderId: order.act.sellerOrderId }, new Date());
    expect(await documentsOf(orderId)).toEqual([]);
    await drain(db, works);
    await issueMissing(db, new Date());
    expect((await documentsOf(orderId))[0]!.lines).toMatchObject([{ quantity: 1 }]);
  });

  it('keeps names and addresses as they were when it was issued', async () => {
    const sellerId = await approvedSeller(ownerDb);
    const business = {
      legalName: 'Żółw & Σία OÜ',
      line1: 'Long Street 1',
      line2: '',
      postalCode: '10115',
      city: 'Berlin',
      region: '',
      country: 'DE',
      vatId: 'DE123456789',
    };
    await saveBusiness(db, sellerId, business);
    const { orderId } = await deliveredOrder(shop, sellerId);
    await saveBusiness(db, sellerId, { ...business, legalName: 'Another GmbH' });
    const [{ id }] = (await documentsOf(orderId)) as [Row];
    const invoice = await getInvoice(db, id, 'staff');
    expect(invoice?.content.issuer).toMatchObject({ name: 'Żółw & Σία OÜ', tradesAs: 'Some shop' });
    expect(invoice?.content.recipient).toMatchObject({ name: 'Somebody', line1: 'Some Street 1' });
  });

  it('can be changed or deleted by nobody, the owner of the tables included', async () => {
    for (const role of [db, ownerDb]) {
      for (const statement of [sql`update invoices set total_minor = 0`, sql`delete from invoices`]) {
        await expect(role.execute(statement)).rejects.toThrow();
      }
    }
  });

  it('is nobody else’s to read', async () => {
    const mine = await deliveredOrder(shop, await approvedSeller(ownerDb));
    const theirs = await deliveredOrder(shop, await approvedSeller(ownerDb));
    const [{ id }] = (await documentsOf(mine.orderId)) as [Row];
    expect(await getInvoice(db, id, { orderId: mine.orderId })).toMatchObject({ id });
    expect(await getInvoice(db, id, { sellerId: mine.act.sellerId, about: 'sales' })).toMatchObject({ id });
    expect(await getInvoice(db, id, { orderId: theirs.orderId })).toBeNull();
    expect(await getInvoice(db, id, { sellerId: theirs.act.sellerId, about: 'everything' })).toBeNull();
    expect(await listInvoicesOfOrder(db, theirs.orderId)).toHaveLength(1);
  });
});

describe('a credit note', () => {
  it('takes back exactly what a refund gave back, once, and names its invoice', async () => {
    const order = await deliveredOrder(shop, await approvedSeller(ownerDb), [2]);
    await refundDelivered(shop, order);
    const [refund] = await db.execute<{ id: string; amount_minor: string }>(
      sql`select id, amount_minor from refunds where order_id = ${order.orderId}`,
    );
    await issueCreditNote(db, refund!.id, new Date());
    await issueMissing(db, new Date());
    const [invoice, note, ...more] = await documentsOf(order.orderId);
    expect(more).toEqual([]);
    expect(note).toMatchObject({ kind: 'credit_note', number: 1, corrects_id: invoice!.id });
    expect(note!.total_minor).toBe(refund!.amount_minor);
    expect([note!.total_minor, note!.tax_minor]).toEqual([invoice!.total_minor, invoice!.tax_minor]);
    expect((await getInvoice(db, note!.id, 'staff'))?.correctsNumber).toBe('INV-000001');
  });

  it('is of the pieces alone that were cancelled after the invoice', async () => {
    const order = await soldOrder(shop, [3]);
    await send(order, [1]);
    await cancel(order, 1);
    await drain(db, works);
    const [invoice, note] = await documentsOf(order.orderId);
    const { total, refunded } = await charged(order.orderId);
    expect(Number(invoice!.total_minor)).toBe(total);
    expect(note).toMatchObject({ kind: 'credit_note', lines: [{ quantity: 1, totalMinor: refunded }] });
  });
});

describe('a seller’s list', () => {
  it('has every document once, newest first, page by page and month by month', async () => {
    const sellerId = await approvedSeller(ownerDb);
    for (let index = 0; index < 3; index++) await deliveredOrder(shop, sellerId);
    await deliveredOrder(shop, await approvedSeller(ownerDb));
    const now = new Date();
    const [month] = await listInvoiceMonths(db, sellerId, now);
    for (const which of [
      { sellerId, month: null },
      { sellerId, month: month! },
    ]) {
      const first = await listInvoicesOfSeller(db, which, { limit: 2, after: null });
      const second = await listInvoicesOfSeller(db, which, { limit: 2, after: first.next });
      const numbers = [...first.items, ...second.items].map(({ number }) => number);
      expect(numbers).toEqual(['INV-000003', 'INV-000002', 'INV-000001']);
      expect(second.next).toBeNull();
      expect(await countInvoices(db, which)).toBe(3);
    }
    const file = await listInvoicesOfMonth(db, { sellerId, month: month! }, 1);
    expect(file.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(await listInvoicesOfMonth(db, { sellerId, month: month! }, 2)).toEqual([]);
    expect(await countInvoices(db, { sellerId, month: '2020-02' })).toBe(0);
  });
});

describe('numbers', () => {
  const numbersOf = async (sellerId: string) =>
    (
      await db.execute<{ number: number }>(
        sql`select number from invoices where issuer_id = ${sellerId} and kind = 'invoice' order by number`,
      )
    ).map(({ number }) => number);

  it('count up without a gap, whatever is issued at the same moment, and each thing is documented once', async () => {
    const sellerId = await approvedSeller(ownerDb);
    const orders: SoldOrder[] = [];
    for (let index = 0; index < 6; index++) orders.push(await soldOrder(shop, [1], { sellerId }));
    const parts = orders.map(({ orderId, act }) => ({ orderId, sellerOrderId: act.sellerOrderId }));
    for (const { act, lines } of orders) {
      await shipParcel(db, { ...act, carrier: '', trackingNumber: '', lines });
    }
    expect(await numbersOf(sellerId)).toEqual([]);
    const calls = [...parts, ...parts.toReversed(), ...parts];
    await Promise.all(calls.map((part) => issueInvoice(db, part, new Date())));
    expect(await numbersOf(sellerId)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('are given back by whatever fails', async () => {
    const { act, orderId } = await deliveredOrder(shop, await approvedSeller(ownerDb));
    const { sellerId, sellerOrderId } = act;
    const [{ id }] = (await documentsOf(orderId)) as [Row];
    const { content, currency, taxMinor, totalMinor } = (await getInvoice(db, id, 'staff'))!;
    const another = (cause: string) =>
      db.transaction(async (tx) => {
        const amounts = { currency, taxMinor, totalMinor };
        await writeInvoice(tx, {
          kind: 'invoice',
          issuerId: sellerId,
          sellerId,
          orderId,
          sellerOrderId,
          cause,
          ...amounts,
          content,
        });
        if (cause === 'fails') throw new Error('after the number was taken');
      });
    await expect(another('fails')).rejects.toThrow('after the number');
    await expect(another(`sale:${sellerOrderId}`)).rejects.toThrow();
    await another('works');
    expect(await numbersOf(sellerId)).toEqual([1, 2]);
  });

  it('of sellers have nothing to do with each other', async () => {
    const first = await deliveredOrder(shop, await approvedSeller(ownerDb));
    const second = await deliveredOrder(shop, await approvedSeller(ownerDb));
    expect(await numbersOf(first.act.sellerId)).toEqual([1]);
    expect(await numbersOf(second.act.sellerId)).toEqual([1]);
  });
});

describe('a seller’s taxes', () => {
  it('are what its invoices say, credit notes less, by country and rate, and nobody else’s', async () => {
    const sellerId = await approvedSeller(ownerDb);
    const kept = await deliveredOrder(shop, sellerId, [2]);
    await refundDelivered(shop, await deliveredOrder(shop, sellerId, [3]));
    await deliveredOrder(shop, await approvedSeller(ownerDb));
    const [invoice] = await documentsOf(kept.orderId);
    const period = taxPeriod(String(new Date().getUTCFullYear()))!;
    const report = await getTaxReport(db, sellerId, period);
    const left = report.sales.filter(({ gross }) => gross.amountMinor !== 0);
    expect(left).toMatchObject([
      {
        country: 'DE',
        owedBy: 'seller',
        tax: { amountMinor: Number(invoice!.tax_minor) },
        gross: { amountMinor: Number(invoice!.total_minor) },
      },
    ]);
    expect(taxReportCsv(report)).toMatch(/^period,what,country.*\r\n\d{4},sales,DE,/);
    expect(await getTaxReport(db, sellerId, taxPeriod('2020')!)).toMatchObject({ sales: [], commission: [] });
  });
});
