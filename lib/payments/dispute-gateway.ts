import type Stripe from 'stripe';
import { stripe } from '@/lib/platform/stripe';
import type { DisputeStatus } from './model';

/** The provider's side of the gateway that is about disputes. Faults throw. */
export type ProviderDispute = {
  readonly providerDisputeId: string;
  /** The payment it is about; null when the charge was made without one, which is none of ours. */
  readonly intentId: string | null;
  readonly status: DisputeStatus;
  /** `fraudulent`, `product_not_received`, … */
  readonly reason: string;
  readonly amountMinor: number;
  /** What the bank has taken, and given back, by now. */
  readonly withdrawnMinor: number;
  readonly reinstatedMinor: number;
  readonly evidenceDueAt: Date | null;
  readonly openedAt: Date;
};

export async function retrieveDispute(providerDisputeId: string): Promise<ProviderDispute> {
  return toDispute(await stripe().disputes.retrieve(providerDisputeId));
}

/** Every dispute that was opened since then, newest first. */
export async function* listDisputesSince(since: Date): AsyncGenerator<ProviderDispute> {
  const created = { gte: Math.floor(since.getTime() / 1000) };
  for await (const dispute of stripe().disputes.list({ created, limit: 100 })) yield toDispute(dispute);
}

export type Evidence = {
  readonly text: string;
  readonly customerName: string;
  readonly customerEmail: string;
  readonly shippingAddress: string;
  readonly productDescription: string;
};

/** Hands the evidence to the bank, for good: after that it decides. The same evidence is submitted once. */
export async function submitEvidence(
  providerDisputeId: string,
  evidence: Evidence,
  key: string,
): Promise<ProviderDispute> {
  const submitted = await stripe().disputes.update(
    providerDisputeId,
    {
      evidence: {
        uncategorized_text: evidence.text,
        customer_name: evidence.customerName,
        customer_email_address: evidence.customerEmail,
        shipping_address: evidence.shippingAddress,
        product_description: evidence.productDescription,
      },
      submit: true,
    },
    { idempotencyKey: `dispute-evidence-${key}` },
  );
  return toDispute(submitted);
}

function toDispute(dispute: Stripe.Dispute): ProviderDispute {
  const moved = dispute.balance_transactions.map(({ amount }) => amount);
  const { due_by: dueBy } = dispute.evidence_details;
  return {
    providerDisputeId: dispute.id,
    intentId:
      typeof dispute.payment_intent === 'string'
        ? dispute.payment_intent
        : (dispute.payment_intent?.id ?? null),
    status: toStatus(dispute.status),
    reason: dispute.reason,
    amountMinor: dispute.amount,
    withdrawnMinor: -moved.filter((amount) => amount < 0).reduce((sum, amount) => sum + amount, 0),
    reinstatedMinor: moved.filter((amount) => amount > 0).reduce((sum, amount) => sum + amount, 0),
    evidenceDueAt: dueBy === null ? null : new Date(dueBy * 1000),
    openedAt: new Date(dispute.created * 1000),
  };
}

/** An inquiry (`warning_…`) asks like a dispute and takes nothing; it ends without a winner. */
function toStatus(status: Stripe.Dispute.Status): DisputeStatus {
  switch (status) {
    case 'won':
      return 'won';
    case 'lost':
      return 'lost';
    case 'needs_response':
    case 'warning_needs_response':
      return 'needs_response';
    case 'under_review':
    case 'warning_under_review':
      return 'under_review';
    default:
      return 'closed';
  }
}
