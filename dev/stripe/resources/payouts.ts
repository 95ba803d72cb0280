import { z } from 'zod';
import { invalidRequest, missingResource } from '../api/api-error';
import type { Call } from '../api/call';
import { newStripeId } from '../api/identifiers';
import { listPage, pageParameters } from '../api/pagination';
import { integer, metadata, text } from '../api/parameters';
import { route } from '../api/routing';
import { accountBalance } from '../payments/account-balance';
import type { Payout } from '../state/tables';
import { emit } from '../webhooks/events';
import { requireAccount } from './accounts';
import { requireCurrency } from './amounts';
import { mergeMetadata } from './metadata';

const ARRIVAL_SECONDS = 2 * 86_400;

const creation = z.strictObject({
  amount: integer.pipe(z.number().min(1)),
  currency: text,
  metadata: metadata.optional(),
  statement_descriptor: text.max(22).optional(),
});

/** Payouts of connected accounts to their banks; the market's own are made by Stripe's dashboard. */
export const payoutRoutes = [
  route('POST /v1/payouts', { onAccount: true, parameters: creation, answer: createPayout }),

  route('GET /v1/payouts', {
    onAccount: true,
    parameters: z.strictObject(pageParameters),
    answer: (call, page) =>
      listPage(call.store, 'payout', '/v1/payouts', page, { index: ['account', requireOwner(call)] }),
  }),

  route('GET /v1/payouts/:payout', {
    onAccount: true,
    parameters: z.strictObject({}),
    answer: (call, _, id) => requirePayout(call, id, requireOwner(call)),
  }),
];

export function requirePayout(call: Call, id: string, account?: string): Payout {
  const payout = call.store.get('payout', id);
  if (!payout || (account !== undefined && payout.account !== account)) {
    throw missingResource('payout', id, { param: 'payout' });
  }
  return payout;
}

/** The bank has taken it, or has sent it back to the account's balance. */
export function settlePayout(call: Call, payout: Payout, succeeds: boolean): Payout {
  if (payout.status !== 'in_transit') throw invalidRequest(`Payout ${payout.id} is ${payout.status}.`);
  const settled = call.store.put('payout', {
    ...payout,
    ...(succeeds
      ? { status: 'paid' }
      : {
          status: 'failed',
          failure_code: 'account_closed',
          failure_message: 'The bank account has been closed.',
        }),
  });
  emit(call, succeeds ? 'payout.paid' : 'payout.failed', settled, { status: payout.status }, payout.account);
  return settled;
}

function createPayout(call: Call, given: z.output<typeof creation>): Payout {
  const currency = requireCurrency(given.currency);
  const account = requireOwner(call);
  if (!requireAccount(call, account).payouts_enabled) {
    throw invalidRequest('Payouts are not enabled on this account.', { code: 'payouts_not_allowed' });
  }
  if (accountBalance(call, account, currency) < given.amount) {
    throw invalidRequest('You have insufficient funds in your Stripe account for this transfer.', {
      code: 'balance_insufficient',
      param: 'amount',
    });
  }
  const payout = call.store.put('payout', {
    id: newStripeId('po'),
    object: 'payout',
    account,
    amount: given.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: call.now + ARRIVAL_SECONDS,
    automatic: false,
    balance_transaction: null,
    created: call.now,
    currency,
    description: null,
    destination: null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: mergeMetadata(null, given.metadata),
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: given.statement_descriptor ?? null,
    status: 'in_transit',
    trace_id: null,
    type: 'bank_account',
  });
  emit(call, 'payout.created', payout, undefined, account);
  return payout;
}

function requireOwner(call: Call): string {
  if (call.account === null) {
    throw invalidRequest('The sandbox pays out connected accounts only: send Stripe-Account.', {
      status: 404,
    });
  }
  return requireAccount(call, call.account, 404).id;
}
