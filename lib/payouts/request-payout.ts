import { eq, sql } from 'drizzle-orm';
import { payouts, sellerAccounts } from '@/db/schema/payouts';
import { newId } from '@/lib/kernel/ids';
import type { Currency } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { moveOwedPostings, postEntry } from '@/lib/ledger';
import type { Database, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { payoutRequested } from './events';
import { isFrozen } from './holds';
import { releaseDueOfSeller } from './release';

export type PayoutRefusal = 'payout_account_incomplete' | 'payout_frozen' | 'payout_nothing_due';

/**
 * Pays out everything that is available to a seller in a currency: the postings that are in no payout yet, debts
 * among them, so that a negative balance is netted. Asking again pays nothing twice. Refuses while the seller's
 * account at the provider is not complete, while the seller's payouts are frozen, and when nothing is due.
 */
export async function requestPayout(
  db: Database,
  wanted: { readonly sellerId: string; readonly currency: Currency; readonly now: Date },
): Promise<Result<{ readonly payoutId: string }, PayoutRefusal>> {
  const { sellerId, currency, now } = wanted;
  return db.transaction(async (tx) => {
    // Payouts of one seller wait for each other here.
    const [account] = await tx
      .select()
      .from(sellerAccounts)
      .where(eq(sellerAccounts.sellerId, sellerId))
      .for('update');
    if (!account?.payoutsEnabled) return refuse('payout_account_incomplete');
    if (await isFrozen(tx, sellerId)) return refuse('payout_frozen');
    await releaseDueOfSeller(tx, sellerId, now);
    const due = await listUnpaid(tx, sellerId, currency);
    if (due.amountMinor <= 0) return refuse('payout_nothing_due');

    const payoutId = newId();
    await tx
      .insert(payouts)
      .values({ id: payoutId, sellerId, currency, amountMinor: due.amountMinor, requestedAt: now });
    await postEntry(tx, {
      kind: 'payout',
      reference: `payout:${payoutId}`,
      orderId: null,
      currency,
      postings: moveOwedPostings({
        sellerId,
        from: 'seller_available',
        to: 'seller_paying_out',
        amountMinor: due.amountMinor,
      }),
    });
    await link(tx, payoutId, due.postingIds);
    await emitEvent(tx, payoutRequested, {
      aggregateId: payoutId,
      aggregateVersion: 1,
      payload: { payoutId },
    });
    return ok({ payoutId });
  });
}

/** What is available to a seller and in no payout. */
export async function listUnpaid(
  tx: Transaction,
  sellerId: string,
  currency: Currency,
): Promise<{
  readonly postingIds: readonly string[];
  readonly amountMinor: number;
  readonly since: Date | null;
}> {
  const [row] = await tx.execute<{ ids: string[] | null; amount: string; since: string | null }>(sql`
    select array_agg(posting.id) as ids, coalesce(-sum(posting.amount_minor), 0) as amount,
      min(posting.posted_at) as since
    from ledger_accounts account
    join ledger_postings posting on posting.account_id = account.id
    where account.seller_id = ${sellerId} and account.kind = 'seller_available' and account.currency = ${currency}
      and not exists (select 1 from payout_postings paid where paid.posting_id = posting.id)`);
  return {
    postingIds: row?.ids ?? [],
    amountMinor: Number(row?.amount ?? 0),
    since: row?.since ? new Date(row.since) : null,
  };
}

/** The postings a payout is made of, and its own, which evens them out. */
async function link(tx: Transaction, payoutId: string, postingIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    insert into payout_postings (posting_id, payout_id)
    select value::uuid, ${payoutId}::uuid from jsonb_array_elements_text(${JSON.stringify(postingIds)}::jsonb)
    union all
    select posting.id, ${payoutId}::uuid
    from ledger_entries entry
    join ledger_postings posting on posting.entry_id = entry.id
    join ledger_accounts account on account.id = posting.account_id
    where entry.reference = ${`payout:${payoutId}`} and account.kind = 'seller_available'`);
}
