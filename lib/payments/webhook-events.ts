/**
 * What the webhook endpoint at Stripe has to be subscribed to: the moments at which a payment, a refund, a dispute, a seller's
 * account or a payout of ours may stand differently. Other events would only be work.
 */
export const STRIPE_WEBHOOK_EVENTS = [
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.processing',
  'payment_intent.canceled',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'charge.dispute.closed',
  // Of connected accounts: at Stripe these come through an endpoint with a secret of its own.
  'account.updated',
  'payout.paid',
  'payout.failed',
] as const;
