import { z } from 'zod';
import { invalidRequest, missingResource } from '../api/api-error';
import type { Call } from '../api/call';
import { newStripeId } from '../api/identifiers';
import { flag, metadata, text } from '../api/parameters';
import { route } from '../api/routing';
import type { Account } from '../state/tables';
import { emit } from '../webhooks/events';
import { mergeMetadata } from './metadata';

/** What a person still has to tell before money may be sent to them. */
export const REQUIRED = ['business_profile.url', 'external_account', 'individual.verification.document'];

const BLANK_PROFILE = {
  minority_owned_business_designation: null,
  specified_commercial_transactions_act_url: null,
  mcc: null,
  product_description: null,
  support_address: null,
  support_email: null,
  support_phone: null,
  support_url: null,
};

const LINK_SECONDS = 300;

/** The one kind of account Souk opens: the market pays the fees and carries losses, Stripe asks for the papers. */
const creation = z.strictObject({
  business_profile: z.strictObject({ name: text.optional(), url: text.optional() }).optional(),
  capabilities: z.strictObject({ transfers: z.strictObject({ requested: flag }) }),
  controller: z.strictObject({
    fees: z.strictObject({ payer: z.literal('application') }),
    losses: z.strictObject({ payments: z.literal('application') }),
    requirement_collection: z.literal('stripe'),
    stripe_dashboard: z.strictObject({ type: z.literal('express') }),
  }),
  country: z.string().regex(/^[A-Z]{2}$/),
  email: text.optional(),
  metadata: metadata.optional(),
  settings: z.strictObject({
    payouts: z.strictObject({ schedule: z.strictObject({ interval: z.literal('manual') }) }),
  }),
});

export const accountRoutes = [
  route('POST /v1/accounts', { parameters: creation, answer: createAccount }),

  route('GET /v1/accounts/:account', {
    parameters: z.strictObject({}),
    answer: (call, _, id) => requireAccount(call, id, 404),
  }),

  route('POST /v1/account_links', {
    parameters: z.strictObject({
      account: text,
      collection_options: z.strictObject({ fields: z.enum(['currently_due', 'eventually_due']) }).optional(),
      refresh_url: text,
      return_url: text,
      type: z.literal('account_onboarding'),
    }),
    answer(call, { account, refresh_url, return_url }) {
      requireAccount(call, account);
      const link = call.store.put('account_link', {
        id: newStripeId('acctlnk'),
        account,
        refresh_url,
        return_url,
        used: false,
        expires_at: call.now + LINK_SECONDS,
      });
      return {
        object: 'account_link',
        created: call.now,
        expires_at: link.expires_at,
        url: `${call.origin}/connect/onboarding/${link.id}`,
      };
    },
  }),
];

/** Stripe answers 403 to an account one has no access to, and does not say whether it exists. */
export function requireAccount(call: Call, id: string, status: 400 | 404 = 400): Account {
  const account = call.store.get('account', id);
  if (account) return account;
  if (status === 400) throw missingResource('account', id, { param: 'account', status });
  throw invalidRequest(
    `The provided key does not have access to account '${id}' (or that account does not exist).`,
    {
      code: 'account_invalid',
      status: 403,
    },
  );
}

/** What became of a person's visit to the onboarding pages: everything was told, or something is still missing. */
export function submitDetails(call: Call, account: Account, isComplete: boolean): Account {
  const after = call.store.put('account', { ...account, ...standing(isComplete, true) });
  emit(call, 'account.updated', after, { details_submitted: account.details_submitted }, account.id);
  return after;
}

function createAccount(call: Call, given: z.output<typeof creation>): Account {
  const account = call.store.put('account', {
    id: newStripeId('acct'),
    object: 'account',
    business_profile: {
      ...BLANK_PROFILE,
      name: given.business_profile?.name ?? null,
      url: given.business_profile?.url ?? null,
    },
    business_type: null,
    charges_enabled: false,
    controller: {
      ...given.controller,
      is_controller: true,
      type: 'application',
    },
    country: given.country,
    created: call.now,
    default_currency: given.country === 'US' ? 'usd' : given.country === 'GB' ? 'gbp' : 'eur',
    email: given.email ?? null,
    metadata: mergeMetadata(null, given.metadata),
    type: 'express',
    ...standing(false, false),
  });
  emit(call, 'account.updated', account, undefined, account.id);
  return account;
}

function standing(isComplete: boolean, detailsSubmitted: boolean) {
  const missing = isComplete ? [] : detailsSubmitted ? ['individual.verification.document'] : REQUIRED;
  return {
    capabilities: { transfers: isComplete ? 'active' : 'inactive' },
    details_submitted: detailsSubmitted,
    payouts_enabled: isComplete,
    requirements: {
      alternatives: [],
      current_deadline: null,
      currently_due: missing,
      disabled_reason: isComplete ? null : 'requirements.past_due',
      errors: [],
      eventually_due: missing,
      past_due: missing,
      pending_verification: [],
    },
  } as const satisfies Partial<Account>;
}
