import { sql, type SQL } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getCheckout, placeOrder } from '@/lib/checkout';
import { grantCredit } from '@/lib/credit';
import { newId } from '@/lib/kernel/ids';
import { postEntry, providerFeePostings } from '@/lib/ledger';
import { cancelOrderByBuyer } from '@/lib/orders';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { ADDRESS_IN_NEW_YORK, placedOrder, readyToOrder } from '@/tests/support/orders';
import { testPayments } from '@/tests/support/payments';
import { approvedSeller, signedInPerson, type Person } from '@/tests/support/people';
import { deliveredOrder, refundDelivered } from '@/tests/support/seller-money';
import { soldOrder } from '@/tests/support/sold-orders';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { CHECKS, proveMoney, runChecks } from '.';

const { db, ownerDb } = await testDatabase();
const payments = testPayments();

const APPEND_ONLY = ['ledger_entries', 'ledger_postings', 'invoices', 'invoice_omissions'];

class PutBack extends Error {}

/** What is broken after `damage`, as the owner could do it past all rules; the damage is undone again. */
async function brokenAfter(...damage: SQL[]): Promise<string[]> {
  let broken: string[] = [];
  await ownerDb
    .transaction(async (tx) => {
      for (const table of APPEND_ONLY) {
        await tx.execute(sql`alter table ${sql.identifier(table)} disable trigger user`);
      }
      for (const statement of damage) await tx.execute(statement);
      const findings = await runChecks(tx, CHECKS, 0);
      broken = findings.filter((finding) => finding.broken > 0).map(({ check }) => check);
      throw new PutBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof PutBack)) throw error;
    });
  return broken;
}

beforeAll(async () => {
  const buyer = await signedInPerson(ownerDb);
  for (const ending of ['paid', 'cancelled', 'waiting']) {
    const wishes = [await offerForSale(ownerDb), await offerForSale(ownerDb)];
    const { orderId } = await placedOrder(db, buyer, wishes);
    if (ending === 'waiting') continue;
    await payments.pay(db, orderId);
    await payments.deliver(db, orderId);
    await drain(db, works);
    if (ending === 'paid') continue;
    await cancelOrderByBuyer(db, { orderId, reason: 'changed my mind', now: new Date() });
    await drain(db, works);
  }
  await boughtWithCreditAndAddedTax(buyer);
  const shop = { db, ownerDb, payments };
  const sellerId = await approvedSeller(ownerDb);
  await deliveredOrder(shop, sellerId);
  await refundDelivered(shop, await deliveredOrder(shop, sellerId));
});

async function boughtWithCreditAndAddedTax(buyer: Person): Promise<void> {
  const amount = { amountMinor: 1_000, currency: 'EUR' } as const;
  await grantCredit(db, {
    ...{ amount, userId: buyer.userId, key: newId() },
    reason: 'sorry',
    actor: 'system',
  });
  const wishes = [await offerForSale(ownerDb)];
  const ready = { ...(await readyToOrder(db, buyer, wishes, ADDRESS_IN_NEW_YORK)), useCredit: true };
  const { fingerprint } = await getCheckout(db, { ...ready, destination: ADDRESS_IN_NEW_YORK });
  const placed = await placeOrder(db, { ...ready, fingerprint });
  if (!placed.ok) throw new Error(placed.error);
  await payments.pay(db, placed.value.orderId);
  await payments.deliver(db, placed.value.orderId);
  await drain(db, works);
}

describe('the proof of money', () => {
  it('finds nothing where nothing is wrong, the provider asked', async () => {
    const findings = await proveMoney(db, { now: new Date(), graceSeconds: 0 });
    expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
    expect(findings.length).toBeGreaterThan(15);
  });

  it.each<[string, SQL]>([
    [
      'an order is the sum of its seller orders',
      sql`update orders set goods_minor = goods_minor + 1, total_minor = total_minor + 1`,
    ],
    [
      'a seller order is the sum of its lines',
      sql`update seller_orders set commission_minor = commission_minor - 1`,
    ],
    [
      'an order has one payment, of what store credit does not pay',
      sql`update payments set amount_minor = amount_minor + 1`,
    ],
    [
      'what is paid is captured, and what is captured is paid or goes back whole',
      sql`update orders set paid_at = null, status = 'pending_payment' where paid_at is not null`,
    ],
    [
      'no more goes back than came in',
      sql`update payments set refunded_minor = refunded_minor - 1 where refunded_minor > 0`,
    ],
    [
      'a refund is the sum of its lines, within what each line was sold for',
      sql`update refund_lines set amount_minor = amount_minor + 1`,
    ],
    [
      'a closed balance is the sum of what was posted before it',
      sql`insert into ledger_balances (account_id, until, balance_minor)
        select account_id, now(), sum(amount_minor) + 1 from ledger_postings group by account_id`,
    ],
    [
      'on hand is at least reserved, and reserved is what orders hold',
      sql`update stock set reserved = reserved - 1 where reserved > 0`,
    ],
    ['a hold is as its seller order is', sql`update reservations set status = 'fulfilled'`],
    [
      'no hold outlives its time',
      sql`update reservations set expires_at = now() - interval '1 second' where status = 'held'`,
    ],
    [
      'what was shipped of a line is in parcels',
      sql`update order_lines set shipped_quantity = 1 where cancelled_quantity = 0`,
    ],
    [
      'a seller order has left when nothing of it is left to send, and arrived when its parcels have',
      sql`update seller_orders set status = 'shipped' where status = 'to_accept'`,
    ],
    ['what waits for a parcel has its hold', sql`delete from reservations`],
    [
      'every entry balances in every currency',
      sql`update ledger_postings set amount_minor = amount_minor + 1`,
    ],
    [
      'a seller has paid for every label that brought goods back, once and at its price',
      sql`with item as (
          insert into returns (id, order_id, seller_order_id, seller_id, reason, by_right, seller_pays_shipping)
          select gen_random_uuid(), order_id, id, seller_id, 'faulty', false, true from seller_orders limit 1
          returning id
        )
        insert into return_labels (return_id, provider_label_id, key, currency, price_minor, bought_at, used_at)
        select id, 'shp_1', 'label.pdf', 'EUR', 490, now(), now() from item`,
    ],
    [
      'a posting is in the currency of its account',
      sql`update ledger_accounts set currency = 'USD' where kind = 'commission_revenue'`,
    ],
    [
      'every captured payment is in the books once, at what was captured',
      sql`update ledger_entries set reference = 'lost:' || reference where kind = 'sale'`,
    ],
    [
      'every refund that succeeded is in the books once, at what went back',
      sql`update refunds set status = 'pending'`,
    ],
    [
      'added tax is owed to the authorities line by line, less what was refunded',
      sql`update order_lines set tax_minor = tax_minor + 1, total_minor = total_minor + 1
        where tax_mode = 'exclusive'`,
    ],
    [
      'nobody has spent more store credit than they had',
      sql`update ledger_postings set amount_minor = 1 where account_id in (
        select id from ledger_accounts where kind = 'store_credit')`,
    ],
    [
      'store credit of an order is held while it awaits payment, and not after',
      sql`update orders set status = 'pending_payment' where credit_minor > 0`,
    ],
    [
      'what an order took of its customer’s store credit is what it says, less what went back',
      sql`update orders set credit_minor = credit_minor - 1 where credit_minor > 0`,
    ],
    [
      'a sale owes its seller every line less the commission frozen on it',
      sql`update order_lines set commission_minor = commission_minor + 1`,
    ],
    [
      'a refund gives back the commission of its lines',
      sql`update refund_lines set commission_minor = commission_minor - 1`,
    ],
    [
      'money of payments that bought nothing is back with its buyers',
      sql`update ledger_accounts set kind = 'buyer_refunds' where kind = 'commission_revenue'`,
    ],
    [
      'invoices and credit notes are numbered without a gap',
      sql`update invoice_series set last_number = last_number + 1 where kind = 'credit_note'`,
    ],
    [
      'an invoice or credit note is the sum of its lines',
      sql`update invoices set tax_minor = tax_minor + 1 where kind = 'credit_note'`,
    ],
    [
      'an invoice is what was sold, less what was asked back before it',
      sql`update order_lines set tax_minor = tax_minor + 1 where tax_mode = 'inclusive'`,
    ],
    [
      'a credit note is what one refund gave back, of what an invoice has',
      sql`update refund_lines set tax_minor = tax_minor + 1`,
    ],
    [
      'what was sent has its invoice, and what went back of it its credit note',
      sql`delete from invoices where kind = 'credit_note'`,
    ],
    [
      'what was sent has its invoice, and what went back of it its credit note',
      sql`update invoices set cause = 'lost:' || cause where kind = 'invoice'`,
    ],
    [
      'a commission invoice is what the ledger took in its month',
      sql`update ledger_postings set posted_at = posted_at - interval '40 days'`,
    ],
  ])('sees it when not: %s', async (check, damage) => {
    expect(await brokenAfter(damage)).toContain(check);
  });

  it('says whose money a broken line is', async () => {
    const [line] = await db.execute<{ id: string; seller_id: string }>(
      sql`select id, seller_id from order_lines limit 1`,
    );
    let sellers: readonly string[] = [];
    await ownerDb
      .transaction(async (tx) => {
        await tx.execute(
          sql`update seller_orders set commission_minor = commission_minor + 1
            where id = (select seller_order_id from order_lines where id = ${line!.id})`,
        );
        const findings = await runChecks(tx, CHECKS, 0);
        sellers = findings.flatMap(({ sellerIds }) => sellerIds);
        throw new PutBack();
      })
      .catch(() => {});
    expect(sellers).toEqual([line!.seller_id]);
  });
});

/** Last, since what moved at the provider cannot be undone. */
describe('the proof against the provider', () => {
  const broken = async (graceSeconds = 0) =>
    (await proveMoney(db, { now: new Date(), graceSeconds })).filter((finding) => finding.broken > 0);

  it('posts every fee once, however often it is asked', async () => {
    await Promise.all([broken(), broken()]);
    const [row] = await db.execute<{ posted: number; charged: number }>(sql`
      select (select sum(amount_minor)::int from ledger_postings posting
          join ledger_accounts account on account.id = posting.account_id where account.kind = 'provider_fees') as posted,
        (select sum(fee_minor)::int from provider_transactions) as charged`);
    expect(row!.posted).toBeGreaterThan(0);
    expect(row!.posted).toBe(row!.charged);
  });

  it('knows of refunds that a bank takes its time over, and of no other difference', async () => {
    const shop = { db, ownerDb, payments };
    const order = await soldOrder(shop, [1], { card: 'pm_card_pendingRefund' });
    await refundDelivered(shop, order);
    expect(await broken()).toEqual([]);
    await ownerDb.execute(sql`update refunds set status = 'failed' where order_id = ${order.orderId}`);
    expect(await broken()).toMatchObject([{ check: expect.stringContaining('what moved at the provider') }]);
    await ownerDb.execute(sql`update refunds set status = 'pending' where order_id = ${order.orderId}`);
  });

  it('misses what is in the books and never moved, unless it may be on its way', async () => {
    const reference = `refund:${newId()}`;
    await db.transaction((tx) =>
      postEntry(tx, {
        kind: 'refund',
        reference,
        orderId: newId(),
        currency: 'EUR',
        postings: providerFeePostings(700).map((posting) => ({
          ...posting,
          account:
            posting.account.kind === 'provider_fees' ? { kind: 'commission_revenue' } : posting.account,
        })),
      }),
    );
    expect(await broken(600)).toMatchObject([{ check: expect.stringContaining('every refund') }]);
    const examples = (await broken()).flatMap((finding) => finding.examples);
    expect(examples).toContain(`${reference}: 0 EUR at the provider, -700 in the books`);
  });

  it('misses what moved and is in no book, and says whose it is', async () => {
    const wish = await offerForSale(ownerDb);
    const { orderId } = await placedOrder(db, await signedInPerson(ownerDb), [wish]);
    const intent = await payments.pay(db, orderId);
    const findings = await broken();
    const found = findings.find(({ check }) => check.startsWith('what moved at the provider'));
    expect(found?.examples).toContainEqual(
      expect.stringContaining(`${intent.amount} EUR at the provider, 0`),
    );
    expect(found?.sellerIds).toContain(wish.sellerId);
  });
});
