import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CommissionContent } from '@/db/schema/invoices';
import { sellers } from '@/db/schema/sellers';
import { newId } from '@/lib/kernel/ids';
import { postEntry } from '@/lib/ledger';
import { testDatabase } from '@/tests/support/database';
import { testPayments } from '@/tests/support/payments';
import { approvedSeller } from '@/tests/support/people';
import { soldOrder, type SoldOrder } from '@/tests/support/sold-orders';
import { getInvoice, issueCommissionInvoices } from '.';

const { db, ownerDb } = await testDatabase({ poolSize: 20 });
const shop = { db, ownerDb, payments: testPayments() };

const OCTOBER = new Date('2026-10-31T23:59:59.999Z');
const NOVEMBER = new Date('2026-11-01T00:00:00.000Z');
/** A day after November, and after December. */
const IN_DECEMBER = new Date('2026-12-02T00:00:00Z');

/** Commission of that order, taken (or, below zero, given back) at that moment. */
async function postCommission(
  { orderId, act: { sellerOrderId, sellerId } }: SoldOrder,
  amountMinor: number,
  postedAt: Date,
): Promise<void> {
  await db.transaction((tx) =>
    postEntry(tx, {
      kind: amountMinor > 0 ? 'sale' : 'refund',
      reference: `commission of ${newId()}`,
      orderId,
      currency: 'EUR',
      postedAt,
      postings: [
        { account: { kind: 'seller_pending', sellerId }, amountMinor, sellerOrderId },
        { account: { kind: 'commission_revenue' }, amountMinor: -amountMinor, sellerOrderId },
      ],
    }),
  );
}

/** An order whose own commission was posted long ago: what tests post is all there is later. */
async function orderOf(country: string): Promise<SoldOrder> {
  const sellerId = await approvedSeller(ownerDb);
  await ownerDb
    .update(sellers)
    .set({ country })
    .where(sql`id = ${sellerId}`);
  return soldOrder(shop, [1], { sellerId });
}

type Row = {
  kind: string;
  number: number;
  total_minor: string;
  tax_minor: string;
  content: CommissionContent;
};

async function documentsOf({ act }: SoldOrder): Promise<Row[]> {
  const rows = await db.execute<Row>(sql`
    select kind, number, total_minor, tax_minor, content from invoices
    where seller_id = ${act.sellerId} and kind in ('commission_invoice', 'commission_credit_note')
      and content->>'period' in ('2026-10', '2026-11')
    order by content->>'period'`);
  return [...rows];
}

let home: SoldOrder;
let abroad: SoldOrder;
let returned: SoldOrder;

beforeAll(async () => {
  [home, abroad, returned] = [await orderOf('DE'), await orderOf('PT'), await orderOf('CH')];
  await ownerDb.execute(sql`alter table ledger_postings disable trigger user`);
  // What these orders themselves were charged is out of the way.
  await ownerDb.execute(sql`update ledger_postings set posted_at = '2026-12-01T12:00:00Z'`);
  await ownerDb.execute(sql`update orders set paid_at = '2026-10-15T00:00:00Z'`);
  await ownerDb.execute(sql`alter table ledger_postings enable trigger user`);
  await postCommission(home, 1190, OCTOBER);
  await postCommission(home, 2380, NOVEMBER);
  await postCommission(home, -190, NOVEMBER);
  await postCommission(abroad, 500, NOVEMBER);
  await postCommission(returned, 700, OCTOBER);
  await postCommission(returned, -700, NOVEMBER);
  await Promise.allSettled([1, 2].map(() => issueCommissionInvoices(db, IN_DECEMBER)));
  await issueCommissionInvoices(db, IN_DECEMBER);
});

describe('a commission invoice', () => {
  it('has what the ledger took and gave back in its month, to the cent, the tax in it', async () => {
    const [october, november, ...more] = await documentsOf(home);
    expect(more).toEqual([]);
    expect(october).toMatchObject({ kind: 'commission_invoice', total_minor: '1190', tax_minor: '190' });
    expect(november).toMatchObject({ total_minor: '2190', tax_minor: '350' });
    expect(november!.content).toMatchObject({ taxRule: 'domestic', taxBasisPoints: 1900 });
    expect(november!.content.lines.map(({ amountMinor }) => amountMinor)).toEqual([2380, -190]);
  });

  it('leaves the tax to a seller elsewhere in the Union', async () => {
    expect(await documentsOf(abroad)).toMatchObject([
      { total_minor: '500', tax_minor: '0', content: { taxRule: 'reverse_charge' } },
    ]);
  });

  it('is a credit note when more was given back than taken, and names what it was charged on', async () => {
    const [october, november] = await documentsOf(returned);
    expect(november).toMatchObject({ kind: 'commission_credit_note', total_minor: '700' });
    expect(november!.content.lines).toMatchObject([
      { amountMinor: -700, chargedOn: `COM-${String(october!.number).padStart(6, '0')}` },
    ]);
  });

  it('counts up without a gap over all sellers', async () => {
    const rows = await db.execute<{ kind: string; numbers: number[] }>(sql`
      select kind, array_agg(number order by number) as numbers from invoices where issuer_id is null group by kind`);
    for (const { numbers } of rows) expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('is for those who read a seller’s money, not for everybody who reads its sales', async () => {
    const { sellerId } = home.act;
    const [row] = await db.execute<{ id: string }>(
      sql`select id from invoices where seller_id = ${sellerId} and kind = 'commission_invoice' limit 1`,
    );
    expect(await getInvoice(db, row!.id, { sellerId, about: 'everything' })).toMatchObject(row!);
    expect(await getInvoice(db, row!.id, { sellerId, about: 'sales' })).toBeNull();
  });

  it('is not issued for a month that has just ended', async () => {
    await issueCommissionInvoices(db, new Date('2027-01-01T05:00:00Z'));
    const [row] = await db.execute<{ issued: boolean }>(
      sql`select exists (select 1 from invoices where content->>'period' = '2026-12') as issued`,
    );
    expect(row!.issued).toBe(false);
  });
});
