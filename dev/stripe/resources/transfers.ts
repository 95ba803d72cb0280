import { z } from 'zod';
import { invalidRequest, missingResource } from '../api/api-error';
import type { Call } from '../api/call';
import { newStripeId } from '../api/identifiers';
import { createdRange, isCreatedWithin, listPage, pageParameters } from '../api/pagination';
import { integer, metadata, text } from '../api/parameters';
import { route } from '../api/routing';
import { accountBalance } from '../payments/account-balance';
import { platformBalance, recordMovement } from '../payments/settlement';
import type { Transfer } from '../state/tables';
import { emit } from '../webhooks/events';
import { requireAccount } from './accounts';
import { requireCurrency } from './amounts';
import { mergeMetadata } from './metadata';

const positive = integer.pipe(z.number().min(1));

const creation = z.strictObject({
  amount: positive,
  currency: text,
  description: text.optional(),
  destination: text,
  metadata: metadata.optional(),
  transfer_group: text.optional(),
});

const reversal = z.strictObject({
  amount: positive.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
});

export const transferRoutes = [
  route('POST /v1/transfers', { parameters: creation, answer: createTransfer }),

  route('GET /v1/transfers', {
    parameters: z.strictObject({
      ...pageParameters,
      created: createdRange.optional(),
      destination: text.optional(),
      transfer_group: text.optional(),
    }),
    answer: (call, { created, destination, transfer_group, ...page }) =>
      listPage(call.store, 'transfer', '/v1/transfers', page, {
        where: (transfer) =>
          isCreatedWithin(transfer.created, created) &&
          (destination === undefined || transfer.destination === destination) &&
          (transfer_group === undefined || transfer.transfer_group === transfer_group),
      }),
  }),

  route('GET /v1/transfers/:transfer', {
    parameters: z.strictObject({}),
    answer: (call, _, id) => requireTransfer(call, id),
  }),

  route('POST /v1/transfers/:transfer/reversals', { parameters: reversal, answer: reverseTransfer }),

  route('GET /v1/transfers/:transfer/reversals', {
    parameters: z.strictObject(pageParameters),
    answer: (call, page, id) =>
      listPage(call.store, 'transfer_reversal', `/v1/transfers/${id}/reversals`, page, {
        index: ['transfer', requireTransfer(call, id).id],
      }),
  }),
];

function requireTransfer(call: Call, id: string): Transfer {
  const transfer = call.store.get('transfer', id);
  if (!transfer) throw missingResource('transfer', id, { param: 'transfer' });
  return transfer;
}

/** Money goes from the market's balance to the account's, at once. */
function createTransfer(call: Call, given: z.output<typeof creation>): Transfer {
  const currency = requireCurrency(given.currency);
  const account = requireAccount(call, given.destination);
  if (account.capabilities?.transfers !== 'active') {
    throw invalidRequest(
      'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
      { code: 'insufficient_capabilities_for_transfer' },
    );
  }
  if (platformBalance(call, currency) < given.amount) {
    throw invalidRequest(
      'You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance',
      { code: 'balance_insufficient' },
    );
  }
  const id = newStripeId('tr');
  const description = given.description ?? null;
  const moved = recordMovement(call, {
    type: 'transfer',
    amount: -given.amount,
    currency,
    source: id,
    description,
  });
  const transfer = call.store.put('transfer', {
    id,
    object: 'transfer',
    amount: given.amount,
    amount_reversed: 0,
    balance_transaction: moved.id,
    created: call.now,
    currency,
    description,
    destination: account.id,
    livemode: false,
    metadata: mergeMetadata(null, given.metadata),
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: null,
    source_type: 'card',
    transfer_group: given.transfer_group ?? null,
  });
  emit(call, 'transfer.created', transfer);
  return transfer;
}

/** Money comes back, as far as the transfer has not been reversed and the account still has it. */
function reverseTransfer(call: Call, given: z.output<typeof reversal>, id: string) {
  const transfer = requireTransfer(call, id);
  const left = transfer.amount - transfer.amount_reversed;
  const amount = given.amount ?? left;
  if (amount > left || amount === 0) {
    throw invalidRequest(`Transfer ${id} has only ${left} left to reverse.`, {
      code: 'transfer_reversal_amount_too_large',
      param: 'amount',
    });
  }
  if (accountBalance(call, transfer.destination ?? '', transfer.currency) < amount) {
    throw invalidRequest('The account has insufficient funds for this reversal.', {
      code: 'balance_insufficient',
    });
  }
  const reversalId = newStripeId('trr');
  const moved = recordMovement(call, {
    type: 'transfer_refund',
    amount,
    currency: transfer.currency,
    source: reversalId,
    description: given.description ?? `REFUND FOR TRANSFER (${transfer.description ?? ''})`,
    availableAtOnce: true,
  });
  const made = call.store.put('transfer_reversal', {
    id: reversalId,
    object: 'transfer_reversal',
    amount,
    balance_transaction: moved.id,
    created: call.now,
    currency: transfer.currency,
    destination_payment_refund: null,
    metadata: mergeMetadata(null, given.metadata),
    source_refund: null,
    transfer: id,
  });
  const reversed = transfer.amount_reversed + amount;
  const after = call.store.put('transfer', {
    ...transfer,
    amount_reversed: reversed,
    reversed: reversed === transfer.amount,
  });
  emit(call, 'transfer.reversed', after, { amount_reversed: transfer.amount_reversed });
  return made;
}
