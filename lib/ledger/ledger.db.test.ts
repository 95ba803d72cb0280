import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { sellers } from '@/db/schema/sellers';
import { testDatabase, type TestDatabase } from '@/tests/support/database';
import {
  closeBooks,
  getSellerBalances,
  listStatement,
  moveOwedPostings,
  postEntry,
  refundPostings,
  salePostings,
  type LineMoney,
} from '.';

let database: TestDatabase;
let sellerId: string;

beforeAll(async () => {
  database = await testDatabase();
  sellerId = newId();
  await database.db
    .insert(sellers)
    .values({ id: sellerId, slug: 'ledger-seller', name: 'Ledger', country: 'DE' });
});
afterAll(() => database.close());

function line(overrides: Partial<LineMoney> = {}): LineMoney {
  return {
    orderLineId: newId(),
    sellerOrderId: newId(),
    sellerId,
    totalMinor: 9000,
    addedTaxMinor: 0,
    creditMinor: 0,
    marketDiscountMinor: 1000,
    commissionMinor: 1200,
    ...overrides,
  };
}

async function trialBalance(): Promise<number> {
  const [row] = await database.db.execute<{ total: string }>(
    sql`select coalesce(sum(amount_minor), 0) as total from ledger_postings`,
  );
  return Number(row?.total);
}

describe('the ledger', () => {
  it('owes the seller the price less commission, and nothing once the sale is refunded', async () => {
    const sold = [line(), line({ totalMinor: 2500, marketDiscountMinor: 0, commissionMinor: 300 })];
    const entry = { orderId: null, currency: 'EUR' as const };
    await database.db.transaction(async (tx) => {
      expect(
        await postEntry(tx, { ...entry, kind: 'sale', reference: 'payment:a', postings: salePostings(sold) }),
      ).toBe(true);
    });
    expect(await getSellerBalances(database.db, sellerId)).toEqual([
      { currency: 'EUR', pendingMinor: 11_000, availableMinor: 0, reservedMinor: 0, payingOutMinor: 0 },
    ]);
    await database.db.transaction((tx) =>
      postEntry(tx, {
        ...entry,
        kind: 'refund',
        reference: 'refund:a',
        postings: refundPostings(sold, newId()),
      }),
    );
    const [balance] = await getSellerBalances(database.db, sellerId);
    expect(balance?.pendingMinor).toBe(0);
    expect(await trialBalance()).toBe(0);
  });

  it('posts one thing once, however often and at once it is asked', async () => {
    const postings = salePostings([line()]);
    const posted = await Promise.all(
      Array.from({ length: 8 }, () =>
        database.db.transaction((tx) =>
          postEntry(tx, {
            kind: 'sale',
            reference: 'payment:once',
            orderId: null,
            currency: 'EUR',
            postings,
          }),
        ),
      ),
    );
    expect(posted.filter(Boolean)).toHaveLength(1);
  });

  it('opens an account once when two sellers’ first sales are posted at once', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        database.db.transaction((tx) =>
          postEntry(tx, {
            kind: 'sale',
            reference: `payment:jpy-${index}`,
            orderId: null,
            currency: 'JPY',
            postings: salePostings([line()]),
          }),
        ),
      ),
    );
    const [row] = await database.db.execute<{ accounts: number; postings: number }>(sql`
      select count(distinct account.id)::int as accounts, count(posting.id)::int as postings
      from ledger_accounts account join ledger_postings posting on posting.account_id = account.id
      where account.currency = 'JPY'`);
    expect(row).toEqual({ accounts: 4, postings: 32 });
  });

  it('cannot hold an entry that does not balance, even written past the code', async () => {
    const write = database.db.transaction(async (tx) => {
      const entryId = newId();
      const accountId = newId();
      await tx.execute(
        sql`insert into ledger_entries (id, kind, reference) values (${entryId}, 'sale', 'crooked')`,
      );
      await tx.execute(
        sql`insert into ledger_accounts (id, kind, currency) values (${accountId}, 'store_credit', 'GBP')`,
      );
      await tx.execute(sql`
        insert into ledger_postings (id, entry_id, account_id, currency, amount_minor)
        values (${newId()}, ${entryId}, ${accountId}, 'GBP', 1)`);
    });
    await expect(write).rejects.toThrow(/does not balance/);
  });

  it.each(['ledger_entries', 'ledger_postings'])(
    'never changes or deletes %s, for the owner either',
    async (table) => {
      const name = sql.identifier(table);
      const refusal = { cause: { message: `${table} is append-only` } };
      await expect(database.db.execute(sql`delete from ${name}`)).rejects.toThrow();
      await expect(database.ownerDb.execute(sql`delete from ${name}`)).rejects.toMatchObject(refusal);
      await expect(database.ownerDb.execute(sql`update ${name} set posted_at = now()`)).rejects.toMatchObject(
        refusal,
      );
    },
  );
});

describe('closed books', () => {
  const NOW = new Date('2026-06-17T12:00:00Z');
  const move = (reference: string, amountMinor: number, postedAt: string) =>
    database.db.transaction((tx) =>
      postEntry(tx, {
        kind: 'release',
        ...{ reference, orderId: null, currency: 'KWD', postedAt: new Date(postedAt) },
        postings: moveOwedPostings({ sellerId, from: 'seller_pending', to: 'seller_available', amountMinor }),
      }),
    );
  const available = async () => {
    const balances = await getSellerBalances(database.db, sellerId);
    return balances.find(({ currency }) => currency === 'KWD')?.availableMinor;
  };
  const closings = () =>
    database.db.execute<{ until: string; balance: number }>(sql`
      select to_char(until at time zone 'utc', 'YYYY-MM-DD HH24:MI') as until, balance_minor::int as balance
      from ledger_balances balance join ledger_accounts account on account.id = balance.account_id
      where account.kind = 'seller_available' and account.currency = 'KWD' order by balance.until`);

  it('keep every balance, take no posting of a closed week, and are never written again', async () => {
    await move('week:1', 100, '2026-06-01T09:00:00Z');
    await move('week:2', 20, '2026-06-14T23:59:59.999Z');
    await move('week:3', 3, '2026-06-15T00:00:00Z');
    // On a Monday, Sunday night may still be on its way.
    await closeBooks(database.db, new Date('2026-06-15T23:00:00Z'));
    expect(await closings()).toEqual([{ until: '2026-06-08 00:00', balance: -100 }]);
    await Promise.all([closeBooks(database.db, NOW), closeBooks(database.db, NOW)]);
    await closeBooks(database.db, NOW);
    expect(await closings()).toEqual([
      { until: '2026-06-08 00:00', balance: -100 },
      { until: '2026-06-15 00:00', balance: -120 },
    ]);
    expect(await available()).toBe(123);

    await expect(move('late', 1, '2026-06-14T10:00:00Z')).rejects.toMatchObject({
      cause: { message: 'the books of that week are closed' },
    });
    await move('week:3 again', 4, '2026-06-16T10:00:00Z');
    expect(await available()).toBe(127);
    const forge = sql`update ledger_balances set balance_minor = 0`;
    await expect(database.db.execute(forge)).rejects.toThrow();
    await expect(database.ownerDb.execute(forge)).rejects.toMatchObject({
      cause: { message: 'ledger_balances is append-only' },
    });
  });

  it('are the same for a statement, page by page', async () => {
    const all = await listStatement(database.db, sellerId, { limit: 100, before: null });
    const first = await listStatement(database.db, sellerId, { limit: 3, before: null });
    const rest = await listStatement(database.db, sellerId, { limit: 100, before: first[2]!.postingId });
    expect([...first, ...rest]).toEqual(all);
    expect(all.length).toBeGreaterThan(8);
  });
});
