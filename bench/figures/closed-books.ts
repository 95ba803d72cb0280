import { sql } from 'drizzle-orm';
import { closeBooks, getSellerBalances } from '@/lib/ledger';
import { getTrialBalance } from '@/lib/proof';
import { approvedSeller } from '@/tests/support/people';
import type { OwnDatabase } from '../own-database';
import { report } from '../report';

/** Entries of old books; each has two postings. */
const OLD_ENTRIES = 1_000_000;
const CURRENCY = 'EUR';
const AMOUNT_MINOR = 12_34;

/** Balances of old, big books, summed posting by posting and then from the last closing. */
export async function closedBooks(database: OwnDatabase, sellerId: string): Promise<boolean> {
  const { db, ownerDb } = database;
  await fillOldBooks(ownerDb, sellerId);
  const read = async () => {
    const startedAt = performance.now();
    const trialBalance = await getTrialBalance(db);
    const trialMs = msSince(startedAt);
    const balances = await getSellerBalances(db, sellerId);
    const sellerMs = msSince(startedAt) - trialMs;
    return { trialMs, sellerMs, said: JSON.stringify([trialBalance, balances]) };
  };
  await read();
  const open = await read();
  const startedAt = performance.now();
  await closeBooks(db, new Date());
  const closingMs = msSince(startedAt);
  await ownerDb.execute(sql`analyze ledger_balances`);
  await read();
  const closed = await read();
  if (closed.said !== open.said) throw new Error('Closing the books has changed a balance');
  const figure = (name: string, openMs: number, value: number) =>
    report({
      ...{ name: `${name} of closed books`, value, unit: 'ms', goal: { atMost: Math.round(openMs) } },
      detail: `${Math.round(openMs)} ms summed from all of ${2 * OLD_ENTRIES} postings; closing them takes ${Math.round(closingMs)} ms`,
    });
  return [
    figure('trial balance', open.trialMs, closed.trialMs),
    figure('balances of a seller with half of it', open.sellerMs, closed.sellerMs),
  ].every(Boolean);
}

/** A year of it, half of it one seller's. Written by the owner past the triggers, which look at each row. */
async function fillOldBooks(ownerDb: OwnDatabase['ownerDb'], sellerId: string): Promise<void> {
  const others = await Promise.all(Array.from({ length: 100 }, () => approvedSeller(ownerDb)));
  await ownerDb.transaction(async (tx) => {
    await tx.execute(sql`alter table ledger_postings disable trigger user`);
    await tx.execute(sql`
      insert into ledger_accounts (id, kind, seller_id, currency)
      select gen_random_uuid(), kind::ledger_account_kind, seller::uuid, ${CURRENCY}
      from jsonb_array_elements_text(${JSON.stringify(others)}::jsonb) seller,
        unnest(array['seller_pending', 'seller_available']) kind`);
    await tx.execute(sql`
      insert into ledger_entries (id, kind, reference, posted_at)
      select gen_random_uuid(), 'release', 'old:' || number, now() - number * interval '1 year' / ${OLD_ENTRIES}
      from generate_series(1, ${OLD_ENTRIES}) number`);
    await tx.execute(sql`
      with account as (
        select pending.id as pending, available.id as available, case when pending.seller_id = ${sellerId}::uuid then 0
          else row_number() over (partition by pending.seller_id = ${sellerId}::uuid order by pending.id) end as place
        from ledger_accounts pending join ledger_accounts available using (seller_id, currency)
        where pending.kind = 'seller_pending' and available.kind = 'seller_available'
      ), entry as (
        select id, posted_at, row_number() over (order by posted_at) as number
        from ledger_entries where reference like 'old:%'
      )
      insert into ledger_postings (id, entry_id, account_id, currency, amount_minor, posted_at)
      select gen_random_uuid(), entry.id, side.id, ${CURRENCY}, side.amount, entry.posted_at
      from entry
      join account on account.place = case when entry.number % 2 = 0 then 0 else 1 + entry.number / 2 % 100 end
      cross join lateral (values (pending, ${AMOUNT_MINOR}::bigint), (available, ${-AMOUNT_MINOR}::bigint)) side(id, amount)
      order by entry.posted_at`);
    await tx.execute(sql`alter table ledger_postings enable trigger user`);
  });
  await ownerDb.execute(sql`vacuum analyze ledger_postings`);
}

function msSince(startedAt: number): number {
  return performance.now() - startedAt;
}
