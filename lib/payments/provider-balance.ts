import type Stripe from 'stripe';
import { isCurrency, type Currency } from '@/lib/kernel/money';
import { stripe } from '@/lib/platform/stripe';

/** The provider's side of the gateway that is about the market's balance there. Faults throw. */
export type ProviderTransaction = {
  readonly id: string;
  readonly type: string;
  readonly currency: Currency;
  /** Before fees; negative when it leaves. */
  readonly amountMinor: number;
  readonly feeMinor: number;
  readonly sourceId: string | null;
  /** The ledger entry that tells the same; null when the provider's object names nothing of ours. */
  readonly reference: string | null;
  readonly createdAt: Date;
};

const PAGE = 100;

/** Everything that moved the balance from `from` on and before `until`, in pages, newest first. */
export async function* listProviderTransactions(
  from: Date,
  until: Date,
): AsyncGenerator<readonly ProviderTransaction[]> {
  const created = { gte: toSeconds(from), lt: toSeconds(until) };
  for (let after: string | undefined; ;) {
    const page = await stripe().balanceTransactions.list({
      created,
      limit: PAGE,
      expand: ['data.source'],
      ...(after !== undefined && { starting_after: after }),
    });
    yield page.data.map(toTransaction);
    if (!page.has_more) return;
    after = page.data.at(-1)?.id;
  }
}

/** What the provider holds for the market now, available and pending together, in minor units. */
export async function getProviderBalance(): Promise<ReadonlyMap<Currency, number>> {
  const { available, pending } = await stripe().balance.retrieve();
  const totals = new Map<Currency, number>();
  for (const { amount, currency } of [...available, ...pending]) {
    const known = toCurrency(currency);
    totals.set(known, (totals.get(known) ?? 0) + amount);
  }
  return totals;
}

function toTransaction(transaction: Stripe.BalanceTransaction): ProviderTransaction {
  const source = typeof transaction.source === 'string' ? null : transaction.source;
  return {
    id: transaction.id,
    type: transaction.type,
    currency: toCurrency(transaction.currency),
    amountMinor: transaction.amount,
    feeMinor: transaction.fee,
    sourceId: source?.id ?? null,
    reference: source && referenceOf(source),
    createdAt: new Date(transaction.created * 1000),
  };
}

/** Every object we make carries our own id. */
function referenceOf(source: Stripe.BalanceTransactionSource): string | null {
  if (source.object === 'charge') return named('payment', source.metadata.payment_id);
  if (source.object === 'refund') return named('refund', source.metadata?.refund_id);
  if (source.object === 'dispute') return named('dispute', source.id);
  // What was there before the first payment: demo data.
  if (source.object === 'topup') return source.metadata.reference ?? null;
  if (source.object === 'transfer') return named('transfer', source.metadata.payout_id);
  if (source.object === 'transfer_reversal') return named('reversal', source.metadata?.reversal_id);
  return null;
}

function named(kind: string, id: string | undefined): string | null {
  return id === undefined ? null : `${kind}:${id}`;
}

function toCurrency(code: string): Currency {
  const currency = code.toUpperCase();
  if (!isCurrency(currency)) throw new Error(`The provider moved money in ${currency}`);
  return currency;
}

function toSeconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
