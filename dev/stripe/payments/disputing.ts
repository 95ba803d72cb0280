import type Stripe from 'stripe';
import type { Call } from '../api/call';
import { newStripeId } from '../api/identifiers';
import type { CardBehaviour } from '../outcomes/test-cards';
import type { Charge, Dispute } from '../state/tables';
import { emit } from '../webhooks/events';
import { disputeFee, recordMovement } from './settlement';

const RESPONSE_SECONDS = 7 * 86_400;

const NETWORK_REASON: Readonly<Record<string, string>> = { fraudulent: '10.4', product_not_received: '13.1' };

/** A buyer's bank takes the payment back, or only asks about it (an inquiry moves no money). */
export function openDispute(
  call: Call,
  charge: Charge,
  kind: NonNullable<CardBehaviour['disputed']>,
): Dispute {
  const inquiry = kind === 'inquiry';
  const id = newStripeId('du');
  const withdrawal = inquiry ? null : withdraw(call, id, charge);
  const reason = inquiry ? 'general' : kind;
  const dispute = call.store.put('dispute', {
    id,
    object: 'dispute',
    amount: charge.amount_captured,
    balance_transactions: withdrawal ? [withdrawal] : [],
    charge: charge.id,
    created: call.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: call.now + RESPONSE_SECONDS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'manual',
    },
    intended_submission_method: null,
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    network_reason_code: NETWORK_REASON[reason] ?? null,
    payment_intent: charge.payment_intent,
    payment_method_details: paymentMethodDetails(charge, inquiry, reason),
    reason,
    status: inquiry ? 'warning_needs_response' : 'needs_response',
  });
  call.store.put('charge', { ...charge, disputed: !inquiry });
  emit(call, 'charge.dispute.created', dispute);
  if (withdrawal) emit(call, 'charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

/** The bank has decided. What was withdrawn comes back when the dispute is won; the fee does not. */
export function closeDispute(
  call: Call,
  dispute: Dispute,
  status: 'won' | 'lost' | 'warning_closed',
): Dispute {
  const returned =
    status === 'won'
      ? recordMovement(call, {
          type: 'adjustment',
          amount: dispute.amount,
          currency: dispute.currency,
          source: dispute.id,
          description: `Chargeback reversal for ${dispute.charge}`,
          availableAtOnce: true,
        })
      : null;
  const closed = call.store.put('dispute', {
    ...dispute,
    status,
    balance_transactions: [...dispute.balance_transactions, ...(returned ? [returned] : [])],
  });
  const charge = call.store.get('charge', dispute.charge);
  if (charge && status !== 'lost') call.store.put('charge', { ...charge, disputed: false });
  emit(call, 'charge.dispute.closed', closed);
  if (returned) emit(call, 'charge.dispute.funds_reinstated', closed);
  return closed;
}

function withdraw(call: Call, disputeId: string, charge: Charge) {
  return recordMovement(call, {
    type: 'adjustment',
    amount: -charge.amount_captured,
    currency: charge.currency,
    fee: disputeFee(charge.currency),
    feeDescription: 'Dispute fee',
    source: disputeId,
    description: `Chargeback withdrawal for ${charge.id}`,
  });
}

function paymentMethodDetails(
  charge: Charge,
  inquiry: boolean,
  reason: string,
): Stripe.Dispute.PaymentMethodDetails | undefined {
  const card = charge.payment_method_details?.card;
  if (!card) return undefined;
  const brand = card.brand ?? 'unknown';
  return {
    type: 'card',
    card: {
      brand,
      case_type: inquiry ? 'inquiry' : 'chargeback',
      network: brand,
      network_reason_code: NETWORK_REASON[reason] ?? null,
    },
  };
}

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
