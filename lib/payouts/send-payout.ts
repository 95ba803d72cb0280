import { and, eq, sql } from 'drizzle-orm';
import { payouts, sellerAccounts } from '@/db/schema/payouts';
import { moveOwedPostings, postEntry, transferPostings } from '@/lib/ledger';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { createBankPayout, createTransfer, retrieveBankPayout } from './gateway';
import { nextPayoutStatus, type PayoutEvent } from './transitions';

type Payout = typeof payouts.$inferSelect;

/**
 * Brings a payout as far as it goes: transfers its money to the seller's account, then sends it on to the bank. Each
 * step is asked under a key of its own and written down before the next, so that a process that is killed anywhere
 * in between goes on where it was and moves nothing twice.
 */
export async function sendPayout(db: Database, payoutId: string): Promise<void> {
  const payout = await requirePayout(db, payoutId);
  if (payout.status === 'requested' && !(await transfer(db, payout))) return;
  if (payout.bankPayoutId === null) await sendToBank(db, payoutId);
}

/** Asks the provider what became of a payout that has left for the bank. */
export async function refreshPayout(db: Database, payoutId: string): Promise<void> {
  const payout = await requirePayout(db, payoutId);
  if (payout.bankPayoutId === null) return sendPayout(db, payoutId);
  const account = await requireAccountId(db, payout.sellerId);
  const { status, failureCode } = await retrieveBankPayout(payout.bankPayoutId, account);
  if (status === 'on_its_way') return;
  await db.transaction((tx) =>
    move(tx, payoutId, status === 'paid' ? 'arrive' : 'bounce', {
      failureCode,
      ...(status === 'paid' && { paidAt: new Date() }),
    }),
  );
}

/** The same for a payout the provider told of by its own id; one that is not ours is left alone. */
export async function refreshBankPayout(db: Database, bankPayoutId: string): Promise<void> {
  const [payout] = await db.select().from(payouts).where(eq(payouts.bankPayoutId, bankPayoutId));
  if (payout) await refreshPayout(db, payout.id);
}

/** Sends what a bank has sent back once more, after the seller has set things right with the provider. */
export async function retryBouncedPayouts(db: Database, sellerId: string): Promise<void> {
  const bounced = await db
    .select()
    .from(payouts)
    .where(and(eq(payouts.sellerId, sellerId), eq(payouts.status, 'bounced')));
  for (const { id } of bounced) {
    await db.transaction((tx) => move(tx, id, 'retry', { bankPayoutId: null, failureCode: null }));
    await sendPayout(db, id);
  }
}

/** True when the money is at the seller's account. */
async function transfer(db: Database, payout: Payout): Promise<boolean> {
  const { id: payoutId, sellerId, amountMinor, currency, transferAttempts } = payout;
  const providerAccountId = await requireAccountId(db, sellerId);
  const answer = await createTransfer({
    payoutId,
    providerAccountId,
    amountMinor,
    currency,
    attempt: transferAttempts,
  });
  return db.transaction(async (tx) => {
    if (answer.ok) {
      const moved = await move(tx, payoutId, 'transfer', {
        transferId: answer.value,
        transferredAt: new Date(),
      });
      if (moved) await post(tx, payout, 'transfer');
      return true;
    }
    if (answer.error === 'try_later') {
      await tx
        .update(payouts)
        .set({ transferAttempts: transferAttempts + 1, failureCode: answer.error })
        .where(and(eq(payouts.id, payoutId), eq(payouts.transferAttempts, transferAttempts)));
      return false;
    }
    const moved = await move(tx, payoutId, 'refuse', { failureCode: answer.error });
    if (moved) await post(tx, payout, 'payout_refused');
    return false;
  });
}

async function post(tx: Transaction, payout: Payout, kind: 'transfer' | 'payout_refused'): Promise<void> {
  const { id, sellerId, currency, amountMinor } = payout;
  await postEntry(tx, {
    kind,
    reference: `${kind}:${id}`,
    orderId: null,
    currency,
    postings:
      kind === 'transfer'
        ? transferPostings(sellerId, amountMinor)
        : moveOwedPostings({ sellerId, from: 'seller_paying_out', to: 'seller_available', amountMinor }),
  });
}

async function sendToBank(db: Database, payoutId: string): Promise<void> {
  const payout = await requirePayout(db, payoutId);
  if (payout.status !== 'transferred' || payout.bankPayoutId !== null) return;
  const { amountMinor, currency, bankAttempts } = payout;
  const providerAccountId = await requireAccountId(db, payout.sellerId);
  const bankPayoutId = await createBankPayout({
    payoutId,
    providerAccountId,
    amountMinor,
    currency,
    attempt: bankAttempts,
  });
  await db
    .update(payouts)
    .set({ bankPayoutId, bankAttempts: bankAttempts + 1 })
    .where(and(eq(payouts.id, payoutId), eq(payouts.bankAttempts, bankAttempts)));
}

/** Moves a payout to the state its table of transitions names; false when somebody else did so before. */
async function move(
  tx: Transaction,
  payoutId: string,
  event: PayoutEvent,
  columns: Partial<Payout>,
): Promise<boolean> {
  const [payout] = await tx.select().from(payouts).where(eq(payouts.id, payoutId)).for('no key update');
  const next = payout && nextPayoutStatus(payout.status, event);
  if (!next?.ok) return false;
  await tx
    .update(payouts)
    .set({ ...columns, status: next.value })
    .where(eq(payouts.id, payoutId));
  return true;
}

/** Payouts and their steps that have not ended, untouched for `olderThanSeconds`. */
export async function listUnsettledPayouts(
  db: Executor,
  olderThanSeconds: number,
  limit: number,
): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from payouts
    where status in ('requested', 'transferred') and updated_at < now() - make_interval(secs => ${olderThanSeconds})
    order by updated_at limit ${limit}`);
  return rows.map(({ id }) => id);
}

async function requirePayout(db: Executor, payoutId: string): Promise<Payout> {
  const [payout] = await db.select().from(payouts).where(eq(payouts.id, payoutId));
  if (!payout) throw new Error(`Payout ${payoutId} does not exist`);
  return payout;
}

async function requireAccountId(db: Executor, sellerId: string): Promise<string> {
  const [account] = await db.select().from(sellerAccounts).where(eq(sellerAccounts.sellerId, sellerId));
  if (!account) throw new Error(`Seller ${sellerId} has a payout and no account`);
  return account.providerAccountId;
}
