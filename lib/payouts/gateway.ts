import Stripe from 'stripe';
import type { Currency } from '@/lib/kernel/money';
import { refuse, ok, type Result } from '@/lib/kernel/result';
import { stripe } from '@/lib/platform/stripe';

/**
 * All that payouts ask of the provider, in our words: separate charges and transfers, so that what a buyer paid is
 * the market's until it is released. Calls that move money carry a key made from our own id; since a key is
 * forgotten after a day, a transfer is looked for by its group before it is made again. Faults throw.
 */
export type ProviderAccount = {
  readonly providerAccountId: string;
  readonly detailsSubmitted: boolean;
  readonly payoutsEnabled: boolean;
  readonly missing: readonly string[];
};

export async function createAccount(seller: {
  readonly sellerId: string;
  readonly name: string;
  readonly email: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}): Promise<ProviderAccount> {
  const account = await stripe().accounts.create(
    {
      country: seller.country,
      email: seller.email,
      business_profile: { name: seller.name },
      capabilities: { transfers: { requested: true } },
      controller: {
        fees: { payer: 'application' },
        losses: { payments: 'application' },
        requirement_collection: 'stripe',
        stripe_dashboard: { type: 'express' },
      },
      // The market pays out itself, so that it can say what each payout is made of.
      settings: { payouts: { schedule: { interval: 'manual' } } },
      metadata: { seller_id: seller.sellerId },
    },
    { idempotencyKey: `account-${seller.sellerId}` },
  );
  return toAccount(account);
}

export async function retrieveAccount(providerAccountId: string): Promise<ProviderAccount> {
  return toAccount(await stripe().accounts.retrieve(providerAccountId));
}

/** The address of the provider's own pages, for one visit within a few minutes. */
export async function createOnboardingLink(
  providerAccountId: string,
  returnUrl: string,
  refreshUrl: string,
): Promise<string> {
  const link = await stripe().accountLinks.create({
    account: providerAccountId,
    type: 'account_onboarding',
    collection_options: { fields: 'eventually_due' },
    return_url: returnUrl,
    refresh_url: refreshUrl,
  });
  return link.url;
}

export type TransferRefusal = 'payout_account_incomplete' | 'try_later';

/** Sends money to a seller's account, once per payout. Refuses while the account may not have it, or we have not got it. */
export async function createTransfer(payout: {
  readonly payoutId: string;
  readonly providerAccountId: string;
  /** Counts the refusals: the provider remembers a refusal by its key, too. */
  readonly attempt: number;
  readonly amountMinor: number;
  readonly currency: Currency;
}): Promise<Result<string, TransferRefusal>> {
  const group = `payout_${payout.payoutId}`;
  const made = await stripe().transfers.list({ transfer_group: group, limit: 1 });
  const before = made.data[0];
  if (before) return ok(before.id);
  try {
    const transfer = await stripe().transfers.create(
      {
        amount: payout.amountMinor,
        currency: payout.currency.toLowerCase(),
        destination: payout.providerAccountId,
        transfer_group: group,
        metadata: { payout_id: payout.payoutId },
      },
      { idempotencyKey: `transfer-${payout.payoutId}-${payout.attempt}` },
    );
    return ok(transfer.id);
  } catch (error) {
    return refuse(transferRefusal(error));
  }
}

function transferRefusal(error: unknown): TransferRefusal {
  if (error instanceof Stripe.errors.StripeError) {
    if (error.code === 'balance_insufficient') return 'try_later';
    if (error.code === 'insufficient_capabilities_for_transfer' || error.code === 'account_invalid') {
      return 'payout_account_incomplete';
    }
  }
  throw error;
}

/** Sends a transfer's money on to the seller's bank, once per payout and attempt. */
export async function createBankPayout(payout: {
  readonly payoutId: string;
  readonly attempt: number;
  readonly providerAccountId: string;
  readonly amountMinor: number;
  readonly currency: Currency;
}): Promise<string> {
  const made = await stripe().payouts.create(
    {
      amount: payout.amountMinor,
      currency: payout.currency.toLowerCase(),
      metadata: { payout_id: payout.payoutId },
    },
    {
      stripeAccount: payout.providerAccountId,
      idempotencyKey: `bank-payout-${payout.payoutId}-${payout.attempt}`,
    },
  );
  return made.id;
}

export type BankPayout = {
  readonly status: 'on_its_way' | 'paid' | 'failed';
  readonly failureCode: string | null;
};

export async function retrieveBankPayout(
  bankPayoutId: string,
  providerAccountId: string,
): Promise<BankPayout> {
  const payout = await stripe().payouts.retrieve(bankPayoutId, {}, { stripeAccount: providerAccountId });
  const failed = payout.status === 'failed' || payout.status === 'canceled';
  return {
    status: payout.status === 'paid' ? 'paid' : failed ? 'failed' : 'on_its_way',
    failureCode: payout.failure_code,
  };
}

/** Takes money of a transfer back, once per reversal; null while the seller's account has not got it. */
export async function createReversal(reversal: {
  readonly reversalId: string;
  readonly transferId: string;
  readonly attempt: number;
  readonly amountMinor: number;
}): Promise<string | null> {
  const made = await stripe().transfers.listReversals(reversal.transferId, { limit: 100 });
  const before = made.data.find(({ metadata }) => metadata?.reversal_id === reversal.reversalId);
  if (before) return before.id;
  try {
    const reversed = await stripe().transfers.createReversal(
      reversal.transferId,
      { amount: reversal.amountMinor, metadata: { reversal_id: reversal.reversalId } },
      { idempotencyKey: `reversal-${reversal.reversalId}-${reversal.attempt}` },
    );
    return reversed.id;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.code === 'balance_insufficient') return null;
    throw error;
  }
}

function toAccount(account: Stripe.Account): ProviderAccount {
  return {
    providerAccountId: account.id,
    detailsSubmitted: account.details_submitted,
    payoutsEnabled: account.payouts_enabled && account.capabilities?.transfers === 'active',
    missing: account.requirements?.currently_due ?? [],
  };
}
