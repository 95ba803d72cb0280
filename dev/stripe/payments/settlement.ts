import type Stripe from 'stripe';
import { applyBasisPoints } from '@/lib/kernel/money';
import type { Call } from '../api/call';
import { newStripeId } from '../api/identifiers';
import type { BalanceTransaction } from '../state/tables';

/** The price list of the sandbox: 2.9 % and a fixed part a charge, 15 units of the currency a dispute. */
const FEE_BASIS_POINTS = 290;
const FIXED_FEE: Readonly<Record<string, number>> = { eur: 25, usd: 30, gbp: 20, jpy: 30, kwd: 90 };
const DISPUTE_FEE: Readonly<Record<string, number>> = {
  eur: 1500,
  usd: 1500,
  gbp: 1500,
  jpy: 1500,
  kwd: 4500,
};

const SETTLEMENT_SECONDS = 2 * 86_400;

type Movement = {
  readonly type: Stripe.BalanceTransaction.Type;
  /** What moves, before fees; negative when it leaves. */
  readonly amount: number;
  readonly currency: string;
  readonly source: string;
  readonly description: string | null;
  readonly feeDescription?: string;
  readonly fee?: number;
  readonly availableAtOnce?: boolean;
};

/** Puts a movement of the balance; `net` is what the balance changes by. */
export function recordMovement(call: Call, movement: Movement): BalanceTransaction {
  const fee = movement.fee ?? 0;
  const { amount, currency, source, description, type, feeDescription } = movement;
  return call.store.put('balance_transaction', {
    id: newStripeId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: movement.availableAtOnce || amount < 0 ? call.now : call.now + SETTLEMENT_SECONDS,
    balance_type: 'payments',
    created: call.now,
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details: fee
      ? [
          {
            amount: fee,
            application: null,
            currency,
            description: feeDescription ?? null,
            type: 'stripe_fee',
          },
        ]
      : [],
    net: amount - fee,
    reporting_category: reportingCategory(type),
    source,
    status: movement.availableAtOnce || amount < 0 ? 'available' : 'pending',
    type,
  });
}

/** What the market has in a currency, settled or not. Stripe gives out what has settled only; days are minutes here. */
export function platformBalance(call: Call, currency: string): number {
  let balance = 0;
  for (const transaction of call.store.table('balance_transaction').all()) {
    if (transaction.currency === currency) balance += transaction.net;
  }
  return balance;
}

export function chargeFee(amount: number, currency: string): number {
  return applyBasisPoints(amount, FEE_BASIS_POINTS) + (FIXED_FEE[currency] ?? 0);
}

export function disputeFee(currency: string): number {
  return DISPUTE_FEE[currency] ?? 0;
}

/** As it stands now: pending money becomes available when its day has come. */
export function withCurrentStatus(transaction: BalanceTransaction, now: number): BalanceTransaction {
  return { ...transaction, status: transaction.available_on <= now ? 'available' : 'pending' };
}

function reportingCategory(type: Stripe.BalanceTransaction.Type): string {
  return type === 'adjustment' ? 'dispute' : type;
}
