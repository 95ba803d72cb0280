import { z } from 'zod';
import { missingResource } from '../api/api-error';
import type { Call } from '../api/call';
import { newStripeId } from '../api/identifiers';
import { integer, metadata, text } from '../api/parameters';
import { route } from '../api/routing';
import { recordMovement } from '../payments/settlement';
import type { Topup } from '../state/tables';
import { requireCurrency } from './amounts';
import { mergeMetadata } from './metadata';

const creation = z.strictObject({
  amount: integer.pipe(z.number().min(1)),
  currency: text,
  description: text.optional(),
  metadata: metadata.optional(),
});

/** Money from the market's own bank into its balance. */
export const topupRoutes = [
  route('POST /v1/topups', { parameters: creation, answer: createTopup }),

  route('GET /v1/topups/:topup', {
    parameters: z.strictObject({}),
    answer(call, _, id) {
      const topup = call.store.get('topup', id);
      if (!topup) throw missingResource('topup', id, { param: 'topup' });
      return topup;
    },
  }),
];

function createTopup(call: Call, given: z.output<typeof creation>): Topup {
  const currency = requireCurrency(given.currency);
  const id = newStripeId('tu');
  const description = given.description ?? null;
  const { amount } = given;
  const moved = recordMovement(call, {
    type: 'topup',
    amount,
    currency,
    source: id,
    description,
    availableAtOnce: true,
  });
  return call.store.put('topup', {
    id,
    object: 'topup',
    amount,
    balance_transaction: moved.id,
    created: call.now,
    currency,
    description,
    expected_availability_date: call.now,
    failure_code: null,
    failure_message: null,
    initiated_by: null,
    livemode: false,
    metadata: mergeMetadata(null, given.metadata),
    source: null,
    statement_descriptor: null,
    status: 'succeeded',
    transfer_group: null,
  });
}
