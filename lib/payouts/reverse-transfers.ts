import { and, eq, sql } from 'drizzle-orm';
import { payouts, sellerAccounts, transferReversals } from '@/db/schema/payouts';
import { newId } from '@/lib/kernel/ids';
import type { Currency } from '@/lib/kernel/money';
import { postEntry, reversalPostings } from '@/lib/ledger';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { reversalRequested } from './events';
import { createReversal } from './gateway';
import { listUnpaid } from './request-payout';

/** A debt is netted against sales for so long before it is taken back from what was paid out. */
const NETTING_DAYS = 7;

/**
 * Asks back what sellers have owed for a week without earning it again: from their latest transfers, never more than
 * was transferred and has not come back. A debt is asked for once.
 */
export async function reverseUnearnedTransfers(db: Database, now: Date): Promise<void> {
  const debtors = await db.execute<{ seller_id: string; currency: Currency }>(sql`
    select account.seller_id, account.currency
    from ledger_accounts account
    join ledger_postings posting on posting.account_id = account.id
    where account.kind = 'seller_available' and account.seller_id in (select seller_id from payouts)
    group by account.seller_id, account.currency having sum(posting.amount_minor) > 0`);
  for (const { seller_id: sellerId, currency } of debtors) {
    await db.transaction((tx) => requestReversals(tx, sellerId, currency, now));
  }
}

async function requestReversals(
  tx: Transaction,
  sellerId: string,
  currency: Currency,
  now: Date,
): Promise<void> {
  await tx.select().from(sellerAccounts).where(eq(sellerAccounts.sellerId, sellerId)).for('update');
  const unpaid = await listUnpaid(tx, sellerId, currency);
  const nettedUntil = new Date(now.getTime() - NETTING_DAYS * 24 * 3600 * 1000);
  if (unpaid.since === null || unpaid.since > nettedUntil) return;
  let owedMinor = -unpaid.amountMinor - (await askedFor(tx, sellerId, currency));
  for (const { id: payoutId, left } of await listReversible(tx, sellerId, currency)) {
    if (owedMinor <= 0) return;
    const reversalId = newId();
    const amountMinor = Math.min(owedMinor, left);
    await tx.insert(transferReversals).values({ id: reversalId, payoutId, amountMinor });
    await emitEvent(tx, reversalRequested, {
      aggregateId: reversalId,
      aggregateVersion: 1,
      payload: { reversalId },
    });
    owedMinor -= amountMinor;
  }
}

async function askedFor(tx: Transaction, sellerId: string, currency: Currency): Promise<number> {
  const [row] = await tx.execute<{ minor: string }>(sql`
    select coalesce(sum(reversal.amount_minor), 0) as minor
    from transfer_reversals reversal join payouts on payouts.id = reversal.payout_id
    where payouts.seller_id = ${sellerId} and payouts.currency = ${currency} and reversal.status = 'requested'`);
  return Number(row?.minor ?? 0);
}

async function listReversible(
  tx: Transaction,
  sellerId: string,
  currency: Currency,
): Promise<{ id: string; left: number }[]> {
  const rows = await tx.execute<{ id: string; left: string }>(sql`
    select payouts.id, payouts.amount_minor - payouts.reversed_minor - coalesce((
      select sum(amount_minor) from transfer_reversals where payout_id = payouts.id and status = 'requested'), 0) as left
    from payouts
    where payouts.seller_id = ${sellerId} and payouts.currency = ${currency} and payouts.transfer_id is not null
    order by payouts.requested_at desc`);
  return rows.map((row) => ({ id: row.id, left: Number(row.left) })).filter(({ left }) => left > 0);
}

/** Asks the provider for a reversal and books what came back. Waits while the seller's account has not got it. */
export async function sendReversal(db: Database, reversalId: string): Promise<void> {
  const [row] = await db
    .select({ reversal: transferReversals, payout: payouts })
    .from(transferReversals)
    .innerJoin(payouts, eq(payouts.id, transferReversals.payoutId))
    .where(eq(transferReversals.id, reversalId));
  if (!row?.payout.transferId) throw new Error(`Reversal ${reversalId} is of no transfer`);
  const { reversal, payout } = row;
  if (reversal.status === 'succeeded') return;
  const { amountMinor, attempts } = reversal;
  const providerReversalId = await createReversal({
    reversalId,
    transferId: row.payout.transferId,
    amountMinor,
    attempt: attempts,
  });
  await db.transaction(async (tx) => {
    const untouched = and(
      eq(transferReversals.id, reversalId),
      eq(transferReversals.status, 'requested'),
      eq(transferReversals.attempts, attempts),
    );
    const changed = await tx
      .update(transferReversals)
      .set(
        providerReversalId === null
          ? { attempts: attempts + 1 }
          : { status: 'succeeded' as const, providerReversalId },
      )
      .where(untouched)
      .returning({ id: transferReversals.id });
    if (changed.length === 0 || providerReversalId === null) return;
    await tx
      .update(payouts)
      .set({ reversedMinor: sql`${payouts.reversedMinor} + ${amountMinor}` })
      .where(eq(payouts.id, payout.id));
    await postEntry(tx, {
      kind: 'reversal',
      reference: `reversal:${reversalId}`,
      orderId: null,
      currency: payout.currency,
      postings: reversalPostings(payout.sellerId, amountMinor),
    });
  });
}

/** Reversals that have not ended, untouched for `olderThanSeconds`. */
export async function listUnsettledReversals(db: Executor, olderThanSeconds: number): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from transfer_reversals
    where status = 'requested' and updated_at < now() - make_interval(secs => ${olderThanSeconds})
    order by updated_at limit 100`);
  return rows.map(({ id }) => id);
}
