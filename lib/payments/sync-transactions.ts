import { sql } from 'drizzle-orm';
import { providerSyncs, providerTransactions } from '@/db/schema/provider';
import { postEntries, providerFeePostings } from '@/lib/ledger';
import type { Database, Executor } from '@/lib/platform/database';
import { listProviderTransactions, type ProviderTransaction } from './provider-balance';

const SYNC = 'transactions';
const DAY_MS = 24 * 3600 * 1000;

/** What the provider shows late is looked for again. */
const OVERLAP_MS = 600_000;

/** The provider counts in whole seconds, and its clock may be ahead of ours. */
const AHEAD_MS = 60_000;

/**
 * Copies what moved the market's balance at the provider since the last time, and posts its fees, each once. Goes
 * day by day, so that a killed run goes on where it was.
 */
export async function syncProviderTransactions(db: Database, now: Date): Promise<void> {
  const end = new Date(now.getTime() + AHEAD_MS);
  const start = await syncStart(db);
  if (start === null) return;
  for (let from = start; from < end; from = dayAfter(from)) {
    const until = new Date(Math.min(dayAfter(from).getTime(), end.getTime()));
    for await (const page of listProviderTransactions(from, until)) await keep(db, page);
    await moveOn(db, new Date(Math.min(until.getTime(), now.getTime() - OVERLAP_MS)));
  }
}

function dayAfter(at: Date): Date {
  return new Date(at.getTime() + DAY_MS);
}

/** Where the copy ends; before the first payment when there is no copy yet, null when there is no payment either. */
async function syncStart(db: Executor): Promise<Date | null> {
  const [row] = await db.execute<{ start: string | null }>(sql`
    select coalesce(
      (select synced_until from provider_syncs where name = ${SYNC}),
      (select min(created_at) - interval '1 day' from payments where intent_id is not null)) as start`);
  return row?.start ? new Date(row.start) : null;
}

async function keep(db: Database, page: readonly ProviderTransaction[]): Promise<void> {
  if (page.length === 0) return;
  await db.transaction(async (tx) => {
    const kept = await tx
      .insert(providerTransactions)
      .values([...page])
      .onConflictDoNothing()
      .returning();
    await postEntries(
      tx,
      kept
        .filter(({ feeMinor }) => feeMinor !== 0)
        .map(({ id, currency, feeMinor }) => ({
          kind: 'provider_fee' as const,
          reference: `fee:${id}`,
          orderId: null,
          currency,
          postings: providerFeePostings(feeMinor),
        })),
    );
  });
}

async function moveOn(db: Executor, syncedUntil: Date): Promise<void> {
  await db
    .insert(providerSyncs)
    .values({ name: SYNC, syncedUntil })
    .onConflictDoUpdate({
      target: providerSyncs.name,
      set: { syncedUntil: sql`greatest(${providerSyncs.syncedUntil}, excluded.synced_until)` },
    });
}
