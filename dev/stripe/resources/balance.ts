import { z } from 'zod';
import { missingResource } from '../api/api-error';
import type { Call } from '../api/call';
import { createdRange, isCreatedWithin, listPage, pageParameters } from '../api/pagination';
import { text } from '../api/parameters';
import { route } from '../api/routing';
import { requireAccount } from './accounts';
import { accountBalance } from '../payments/account-balance';
import { withCurrentStatus } from '../payments/settlement';

export const balanceRoutes = [
  route('GET /v1/balance', {
    onAccount: true,
    parameters: z.strictObject({}),
    answer(call) {
      if (call.account !== null) return balanceOfAccount(call, requireAccount(call, call.account, 404).id);
      const { available, pending } = totals(call);
      return { object: 'balance', available, pending, livemode: false };
    },
  }),

  route('GET /v1/balance_transactions', {
    parameters: z.strictObject({
      ...pageParameters,
      created: createdRange.optional(),
      currency: text.optional(),
      source: text.optional(),
      type: text.optional(),
    }),
    answer(call, { created, currency, source, type, ...page }) {
      const found = listPage(call.store, 'balance_transaction', '/v1/balance_transactions', page, {
        ...(source && { index: ['source', source] as const }),
        where: (transaction) =>
          isCreatedWithin(transaction.created, created) &&
          (currency === undefined || transaction.currency === currency) &&
          (type === undefined || transaction.type === type),
      });
      return { ...found, data: found.data.map((transaction) => withCurrentStatus(transaction, call.now)) };
    },
  }),

  route('GET /v1/balance_transactions/:transaction', {
    parameters: z.strictObject({}),
    answer(call, _, id) {
      const transaction = call.store.get('balance_transaction', id);
      if (!transaction) throw missingResource('balance_transaction', id, { param: 'id' });
      return withCurrentStatus(transaction, call.now);
    },
  }),
];

/** What was transferred to a connected account is available at once. */
function balanceOfAccount(call: Call, account: string) {
  const currencies = new Set(
    call.store
      .table('transfer')
      .having('destination', account)
      .map(({ currency }) => currency),
  );
  const available = Array.from(currencies, (currency) => ({
    amount: accountBalance(call, account, currency),
    currency,
  }));
  return { object: 'balance', available, pending: [], livemode: false };
}

type Total = {
  readonly amount: number;
  readonly currency: string;
  readonly source_types: { readonly card: number };
};

function totals(call: Call): { available: Total[]; pending: Total[] } {
  const sums = { available: new Map<string, number>(), pending: new Map<string, number>() };
  for (const { available_on, currency, net } of call.store.table('balance_transaction').all()) {
    const sum = available_on <= call.now ? sums.available : sums.pending;
    sum.set(currency, (sum.get(currency) ?? 0) + net);
  }
  return { available: totalsOf(sums.available), pending: totalsOf(sums.pending) };
}

function totalsOf(sums: ReadonlyMap<string, number>): Total[] {
  return Array.from(sums, ([currency, amount]) => ({ amount, currency, source_types: { card: amount } }));
}
