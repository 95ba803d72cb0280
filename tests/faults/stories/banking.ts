import { sql } from 'drizzle-orm';
import type { Currency } from '@/lib/kernel/money';
import { reconcileDisputes, retryDueRefunds, storeStripeEvent } from '@/lib/payments';
import {
  endDueHolds,
  placeHold,
  reconcilePayouts,
  releaseDue,
  requestPayout,
  retryBouncedPayouts,
  reverseUnearnedTransfers,
} from '@/lib/payouts';
import { control, pick, someCurrency, type Dice, type Market, type Step } from './market';

const DAY_MS = 24 * 3600 * 1000;

/** A buyer's bank takes a refund, or sends it back, even one that had arrived. */
export const answerRefund: Step = async (market, dice) => {
  const sent = await market.db.execute<{ id: string }>(sql`
    select provider_refund_id as id from refunds
    where provider_refund_id is not null and returned_minor = 0 and status <> 'failed'
    order by created_at desc, id limit 6`);
  const refund = pick(dice, sent);
  if (!refund) return false;
  await control(market, `refunds/${refund.id}/settle`, { succeeds: dice(3) > 0 });
  await tell(market, (type) => type.includes('refund'));
  return true;
};

export const retryRefunds: Step = async ({ db }) => {
  const failed = await db.execute(sql`select 1 from refunds where status = 'failed'`);
  await retryDueRefunds(db, new Date(Date.now() + 100 * DAY_MS));
  return failed.length > 0;
};

export const dispute: Step = async (market, dice) => {
  const payments = await market.db.execute<{ intent: string }>(sql`
    select intent_id as intent from payments p
    where status = 'captured' and refunded_minor < captured_minor
      and not exists (select 1 from disputes where payment_id = p.id)
    order by created_at desc, id limit 6`);
  const payment = pick(dice, payments);
  if (!payment) return false;
  const kind = pick(dice, ['fraudulent', 'product_not_received', 'inquiry'] as const);
  await control(market, `payment_intents/${payment.intent}/dispute`, { kind });
  await tellOfDisputes(market, dice);
  return true;
};

export const winDispute: Step = (market, dice) => decide(market, dice, 'won');
export const loseDispute: Step = (market, dice) => decide(market, dice, 'lost');

async function decide(market: Market, dice: Dice, verdict: 'won' | 'lost'): Promise<boolean> {
  const open = await market.db.execute<{ id: string; taken: number }>(sql`
    select provider_dispute_id as id, withdrawn_minor::int as taken from disputes
    where status in ('needs_response', 'under_review') order by id`);
  const chosen = pick(dice, open);
  if (!chosen) return false;
  const status = chosen.taken === 0 ? 'warning_closed' : verdict;
  await control(market, `disputes/${chosen.id}/settle`, { status });
  await tellOfDisputes(market, dice);
  return true;
}

/** Told twice and backwards, or never: then asking finds out. */
async function tellOfDisputes(market: Market, dice: Dice): Promise<void> {
  if (dice(3) === 0) return reconcileDisputes(market.db, new Date());
  await tell(market, (type) => type.startsWith('charge.dispute.'));
}

async function tell({ db, payments }: Market, isAbout: (type: string) => boolean): Promise<void> {
  const { data } = await payments.stripe().events.list({ limit: 10 });
  const told = data.filter(({ type }) => isAbout(type));
  for (const event of [...told, ...told.toReversed()]) await storeStripeEvent(db, event);
}

export const release: Step = async ({ db }) => {
  await releaseDue(db, new Date());
  return true;
};

/** Of somebody who has ever had something available. */
export const payOut: Step = async ({ db }, dice) => {
  const accounts = await db.execute<{ seller: string; currency: Currency }>(sql`
    select seller_id as seller, currency from ledger_accounts where kind = 'seller_available' order by id`);
  const account = pick(dice, accounts);
  if (!account) return false;
  const { seller: sellerId, currency } = account;
  await releaseDue(db, new Date());
  return (await requestPayout(db, { sellerId, currency, now: new Date() })).ok;
};

/** A seller's bank takes a payout or sends it back; what it has sent back is sent again later. */
export const answerPayout: Step = async (market, dice) => {
  const { db, ownerDb } = market;
  const out = await db.execute<{ id: string; seller_id: string; status: string }>(sql`
    select bank_payout_id as id, seller_id, status from payouts
    where status in ('transferred', 'bounced') and bank_payout_id is not null order by requested_at desc limit 6`);
  const payout = pick(dice, out);
  if (!payout) return false;
  if (payout.status === 'bounced') {
    await retryBouncedPayouts(db, payout.seller_id);
    return true;
  }
  await control(market, `payouts/${payout.id}/settle`, { succeeds: dice(3) > 0 });
  await ownerDb.execute(sql`update payouts set updated_at = now() - interval '1 hour'`);
  await reconcilePayouts(db);
  return true;
};

export const hold: Step = async ({ db, sellers }, dice) => {
  const why = { rule: 'operator', reason: 'a look', placedBy: 'system' } as const;
  const sellerId = pick(dice, sellers)!;
  const releaseAt = new Date(Date.now() + dice(2) * DAY_MS);
  const amount = { currency: someCurrency(dice), amountMinor: 1 + dice(500) };
  await db.transaction((tx) => placeHold(tx, { ...why, ...amount, sellerId, releaseAt }));
  return true;
};

export const endHolds: Step = async ({ db }) => {
  await endDueHolds(db, new Date());
  return true;
};

export const takeBack: Step = async ({ db }) => {
  await reverseUnearnedTransfers(db, new Date(Date.now() + 8 * DAY_MS));
  return true;
};
