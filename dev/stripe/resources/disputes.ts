import { z } from 'zod';
import { invalidRequest, missingResource } from '../api/api-error';
import type { Call } from '../api/call';
import { createdRange, isCreatedWithin, listPage, pageParameters } from '../api/pagination';
import { clearableText, flag, metadata, text } from '../api/parameters';
import { route } from '../api/routing';
import { closeDispute } from '../payments/disputing';
import type { Dispute } from '../state/tables';
import { emit } from '../webhooks/events';
import { mergeMetadata } from './metadata';

/** Evidence is text here; files would need Stripe's upload API, which the sandbox does not have. */
const evidence = z.strictObject({
  access_activity_log: clearableText.optional(),
  billing_address: clearableText.optional(),
  cancellation_policy_disclosure: clearableText.optional(),
  cancellation_rebuttal: clearableText.optional(),
  customer_email_address: clearableText.optional(),
  customer_name: clearableText.optional(),
  customer_purchase_ip: clearableText.optional(),
  duplicate_charge_explanation: clearableText.optional(),
  duplicate_charge_id: clearableText.optional(),
  product_description: clearableText.optional(),
  refund_policy_disclosure: clearableText.optional(),
  refund_refusal_explanation: clearableText.optional(),
  service_date: clearableText.optional(),
  shipping_address: clearableText.optional(),
  shipping_carrier: clearableText.optional(),
  shipping_date: clearableText.optional(),
  shipping_tracking_number: clearableText.optional(),
  uncategorized_text: clearableText.optional(),
});

/** Texts that decide a test dispute as soon as the evidence is submitted, as documented by Stripe. */
const VERDICTS: Readonly<Record<string, 'won' | 'lost'>> = {
  winning_evidence: 'won',
  losing_evidence: 'lost',
};

export const disputeRoutes = [
  route('GET /v1/disputes', {
    parameters: z.strictObject({
      ...pageParameters,
      charge: text.optional(),
      created: createdRange.optional(),
      payment_intent: text.optional(),
    }),
    answer: (call, { charge, created, payment_intent, ...page }) =>
      listPage(call.store, 'dispute', '/v1/disputes', page, {
        ...(charge
          ? { index: ['charge', charge] as const }
          : payment_intent && { index: ['payment_intent', payment_intent] as const }),
        where: (dispute) => isCreatedWithin(dispute.created, created),
      }),
  }),

  route('GET /v1/disputes/:dispute', {
    parameters: z.strictObject({}),
    answer: (call, _, id) => requireDispute(call, id),
  }),

  route('POST /v1/disputes/:dispute', {
    parameters: z.strictObject({
      evidence: evidence.optional(),
      metadata: metadata.optional(),
      submit: flag.default(true),
    }),
    answer(call, given, id) {
      const before = requireOpenDispute(call, id);
      const updated = call.store.put('dispute', {
        ...withEvidence(before, given.evidence, given.submit),
        metadata: mergeMetadata(before.metadata, given.metadata),
      });
      emit(call, 'charge.dispute.updated', updated);
      const verdict = given.submit ? VERDICTS[given.evidence?.uncategorized_text ?? ''] : undefined;
      return verdict ? closeDispute(call, updated, verdict) : updated;
    },
  }),

  route('POST /v1/disputes/:dispute/close', {
    parameters: z.strictObject({}),
    answer: (call, _, id) => closeDispute(call, requireOpenDispute(call, id), 'lost'),
  }),
];

export function requireDispute(call: Call, id: string): Dispute {
  const dispute = call.store.get('dispute', id);
  if (!dispute) throw missingResource('dispute', id, { param: 'dispute' });
  return dispute;
}

export function requireOpenDispute(call: Call, id: string): Dispute {
  const dispute = requireDispute(call, id);
  if (!['won', 'lost', 'warning_closed'].includes(dispute.status)) return dispute;
  throw invalidRequest('This dispute is already closed.', { param: 'dispute' });
}

function withEvidence(
  dispute: Dispute,
  given: z.output<typeof evidence> | undefined,
  submit: boolean,
): Dispute {
  if (!given) return dispute;
  const { evidence_details: details } = dispute;
  const waiting = dispute.status === 'warning_needs_response' ? 'warning_under_review' : 'under_review';
  return {
    ...dispute,
    status: submit ? waiting : dispute.status,
    evidence: { ...dispute.evidence, ...given },
    evidence_details: {
      ...details,
      has_evidence: true,
      submission_count: details.submission_count + (submit ? 1 : 0),
    },
  };
}
