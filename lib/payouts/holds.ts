import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { payoutHolds } from '@/db/schema/payouts';
import { newId, publicId } from '@/lib/kernel/ids';
import type { Currency } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { moveOwedPostings, postEntry } from '@/lib/ledger';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import type { HoldRule, HoldView } from './model';

type Hold = typeof payoutHolds.$inferSelect;

export type NewHold = {
  readonly sellerId: string;
  readonly currency: Currency;
  /** Of what is available; null keeps every payout back and moves nothing. */
  readonly amountMinor: number | null;
  readonly rule: HoldRule;
  /** As the seller reads it. */
  readonly reason: string;
  /** `system` or `staff:<uuid>`. */
  readonly placedBy: string;
  /** When it ends by itself; null when somebody has to end it. */
  readonly releaseAt: Date | null;
  /** The dispute it waits for. */
  readonly disputeId?: string;
};

/** Keeps money of a seller back, with the rule and the reason the seller is shown. Answers the hold's id. */
export async function placeHold(tx: Transaction, hold: NewHold): Promise<string> {
  const id = newId();
  await tx.insert(payoutHolds).values({ id, ...hold });
  if (hold.amountMinor !== null) await move(tx, { ...hold, id }, 'hold');
  return id;
}

/** Nothing is paid out to a seller whose money does not add up; one such hold at a time. True when it is new. */
export async function freezePayouts(
  tx: Transaction,
  freeze: Pick<NewHold, 'sellerId' | 'currency' | 'reason'>,
): Promise<boolean> {
  // Two proofs that run at once place one hold.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('freeze ' || ${freeze.sellerId}, 0))`);
  const live = await tx
    .select({ id: payoutHolds.id })
    .from(payoutHolds)
    .where(and(ofSeller(freeze.sellerId), eq(payoutHolds.rule, 'difference')));
  if (live.length > 0) return false;
  const rest = { amountMinor: null, rule: 'difference', placedBy: 'system', releaseAt: null } as const;
  await placeHold(tx, { ...freeze, ...rest });
  return true;
}

/** Ends a hold: what it kept is available again. Refuses one that has ended or is no hold of this seller. */
export async function endHold(
  tx: Transaction,
  hold: { readonly holdId: string; readonly sellerId: string },
  now: Date,
): Promise<Result<void, 'not_found' | 'not_allowed_now'>> {
  const [row] = await tx
    .select()
    .from(payoutHolds)
    .where(and(eq(payoutHolds.id, hold.holdId), eq(payoutHolds.sellerId, hold.sellerId)))
    .for('update');
  if (!row) return refuse('not_found');
  if (row.releasedAt) return refuse('not_allowed_now');
  await tx.update(payoutHolds).set({ releasedAt: now }).where(eq(payoutHolds.id, row.id));
  if (row.amountMinor !== null) await move(tx, { ...row, amountMinor: row.amountMinor }, 'hold_end');
  return ok(undefined);
}

/** Ends the holds whose time has come. */
export async function endDueHolds(db: Database, now: Date): Promise<void> {
  const due = await db
    .select()
    .from(payoutHolds)
    .where(and(isNull(payoutHolds.releasedAt), lte(payoutHolds.releaseAt, now)));
  for (const { id: holdId, sellerId } of due) {
    await db.transaction((tx) => endHold(tx, { holdId, sellerId }, now));
  }
}

/** What is kept back of a seller's money, and why, the newest first. */
export async function listHolds(db: Executor, sellerId: string): Promise<HoldView[]> {
  const rows = await db
    .select()
    .from(payoutHolds)
    .where(ofSeller(sellerId))
    .orderBy(sql`${payoutHolds.placedAt} desc`);
  return rows.map(toView);
}

/** Whether nothing may be paid out to the seller now. */
export async function isFrozen(db: Executor, sellerId: string): Promise<boolean> {
  const rows = await db
    .select({ id: payoutHolds.id })
    .from(payoutHolds)
    .where(and(ofSeller(sellerId), isNull(payoutHolds.amountMinor)))
    .limit(1);
  return rows.length > 0;
}

function ofSeller(sellerId: string) {
  return and(eq(payoutHolds.sellerId, sellerId), isNull(payoutHolds.releasedAt));
}

async function move(
  tx: Transaction,
  hold: {
    readonly id: string;
    readonly sellerId: string;
    readonly currency: Currency;
    readonly amountMinor: number | null;
  },
  kind: 'hold' | 'hold_end',
): Promise<void> {
  const amountMinor = (hold.amountMinor ?? 0) * (kind === 'hold' ? 1 : -1);
  await postEntry(tx, {
    kind,
    reference: `${kind}:${hold.id}`,
    orderId: null,
    currency: hold.currency,
    postings: moveOwedPostings({
      sellerId: hold.sellerId,
      from: 'seller_available',
      to: 'seller_reserved',
      amountMinor,
    }),
  });
}

function toView(hold: Hold): HoldView {
  const { currency, amountMinor } = hold;
  return {
    holdId: publicId('hld', hold.id),
    amount: amountMinor === null ? null : { amountMinor, currency },
    rule: hold.rule,
    reason: hold.reason,
    placedAt: hold.placedAt.toISOString(),
    releaseAt: hold.releaseAt?.toISOString() ?? null,
  };
}
