import { z } from 'zod';
import { requirePayable } from './amounts';
import { invalidRequest, missingResource } from '../api/api-error';
import type { Call } from '../api/call';
import { newStripeId } from '../api/identifiers';
import { createdRange, isCreatedWithin, listPage, pageParameters } from '../api/pagination';
import { integer, metadata, text } from '../api/parameters';
import { route } from '../api/routing';
import { behaviourOf } from '../payments/charging';
import { recordMovement } from '../payments/settlement';
import type { Charge, Refund } from '../state/tables';
import { emit } from '../webhooks/events';
import { requireCharge } from './charges';
import { mergeMetadata } from './metadata';
import { requireIntent } from './payment-intents';
import { requireInstrument } from './payment-methods';

const creation = z.strictObject({
  amount: integer.pipe(z.number().min(1)).optional(),
  charge: text.optional(),
  metadata: metadata.optional(),
  payment_intent: text.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});

export const refundRoutes = [
  route('POST /v1/refunds', { parameters: creation, answer: createRefund }),

  route('GET /v1/refunds', {
    parameters: z.strictObject({
      ...pageParameters,
      charge: text.optional(),
      created: createdRange.optional(),
      payment_intent: text.optional(),
    }),
    answer: (call, { charge, created, payment_intent, ...page }) =>
      listPage(call.store, 'refund', '/v1/refunds', page, {
        ...(charge
          ? { index: ['charge', charge] as const }
          : payment_intent && { index: ['payment_intent', payment_intent] as const }),
        where: (refund) => isCreatedWithin(refund.created, created),
      }),
  }),

  route('GET /v1/refunds/:refund', {
    parameters: z.strictObject({}),
    answer: (call, _, id) => requireRefund(call, id),
  }),
];

export function requireRefund(call: Call, id: string): Refund {
  const refund = call.store.get('refund', id);
  if (!refund) throw missingResource('refund', id, { param: 'refund' });
  return refund;
}

function createRefund(call: Call, given: z.output<typeof creation>): Refund {
  const charge = refundedCharge(call, given);
  const amount = requireRefundable(charge, given.amount);
  const id = newStripeId('re');
  const transaction = recordMovement(call, {
    type: 'refund',
    amount: -amount,
    currency: charge.currency,
    source: id,
    description: `REFUND FOR CHARGE (${charge.description ?? ''})`,
  });
  const pending = behaviourOf(requireInstrument(call, charge.payment_method ?? '')).refund === 'pending';
  const refund = call.store.put('refund', {
    id,
    object: 'refund',
    amount,
    balance_transaction: transaction.id,
    charge: charge.id,
    created: call.now,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    metadata: mergeMetadata(null, given.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: given.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: pending ? 'pending' : 'succeeded',
    transfer_reversal: null,
  });
  const total = charge.amount_refunded + amount;
  const refunded = call.store.put('charge', {
    ...charge,
    amount_refunded: total,
    refunded: total === charge.amount_captured,
  });
  emit(call, 'refund.created', refund);
  emit(call, 'charge.refunded', refunded, { amount_refunded: charge.amount_refunded });
  return refund;
}

/** What a bank tells days later: the refund arrived, or it came back to the balance. */
export function settleRefund(call: Call, refund: Refund, succeeds: boolean): Refund {
  if (succeeds) {
    const settled = call.store.put('refund', { ...refund, status: 'succeeded' });
    emit(call, 'refund.updated', settled, { status: refund.status });
    return settled;
  }
  const charge = requireCharge(call, refund.charge ?? '');
  const returned = recordMovement(call, {
    type: 'refund_failure',
    amount: refund.amount,
    currency: refund.currency,
    source: refund.id,
    description: `REFUND FAILURE FOR CHARGE (${charge.description ?? ''})`,
    availableAtOnce: true,
  });
  const amountRefunded = charge.amount_refunded - refund.amount;
  call.store.put('charge', { ...charge, amount_refunded: amountRefunded, refunded: false });
  const failed = call.store.put('refund', {
    ...refund,
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
    failure_balance_transaction: returned.id,
  });
  emit(call, 'refund.updated', failed, { status: refund.status });
  emit(call, 'refund.failed', failed);
  return failed;
}

function refundedCharge(call: Call, given: z.output<typeof creation>): Charge {
  if (given.charge) return requireCharge(call, given.charge, 400);
  if (!given.payment_intent) {
    throw invalidRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
      {
        code: 'parameter_missing',
        param: 'payment_intent',
      },
    );
  }
  const intent = requireIntent(call, given.payment_intent);
  const charge = intent.latest_charge ? call.store.get('charge', intent.latest_charge) : undefined;
  if (intent.status === 'succeeded' && charge) return charge;
  throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
    param: 'payment_intent',
  });
}

/** The amount to refund: what was asked, or all that is left. */
function requireRefundable(charge: Charge, asked: number | undefined): number {
  if (!charge.captured || charge.status !== 'succeeded') {
    throw invalidRequest(`Charge ${charge.id} has not been captured.`, { code: 'charge_not_refundable' });
  }
  if (charge.refunded) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  }
  if (charge.disputed) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  const left = charge.amount_captured - charge.amount_refunded;
  const amount = asked ?? left;
  requirePayable(amount, charge.currency);
  if (amount > left) {
    throw invalidRequest(
      `Refund amount (${amount} ${charge.currency}) is greater than unrefunded amount on charge (${left} ${charge.currency})`,
      { param: 'amount' },
    );
  }
  return amount;
}
