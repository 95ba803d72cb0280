/** Money in and back out, through the provider. Owns `db/schema/payments` and `provider`. */
export { addDisputeEvidence, submitDisputeEvidence } from './dispute-evidence';
export { getDispute, listDisputesOfOrder } from './dispute-queries';
export {
  disputeMoved,
  providerObjectChanged,
  refundGivenUp,
  refundRequested,
  refundSucceeded,
} from './events';
export {
  createProviderCustomer,
  forgetCard,
  listSavedCards,
  SMALLEST_CHARGE_MINOR,
  verifyStripeWebhook,
  type SavedCard,
} from './gateway';
export { getProviderBalance } from './provider-balance';
export {
  getPayment,
  getPaymentVersion,
  getRefund,
  getRefundByCause,
  listRefundsOfSellerOrder,
} from './queries';
export { reconcileDisputes } from './record-dispute';
export { abandonPayment, expireUnpaidOrders, reconcilePayments, refreshPayment } from './reconcile';
export { settleWithoutProvider } from './record-intent';
export { refundCancelledLines } from './refund-cancelled-lines';
export { sendRefund } from './refund';
export { listFailedRefunds, retryDueRefunds, retryRefundByStaff } from './retry-refund';
export { getRefundedPieces, lockRefundedPieces, type RefundedPieces } from './refunded-pieces';
export {
  requestRefund,
  type RefundRefusal,
  type RefundRequest,
  type RequestedRefund,
} from './request-refund';
export {
  getPaymentOfOrder,
  insertPayment,
  startPayment,
  type Payment,
  type PaymentStart,
} from './start-payment';
export { syncProviderTransactions } from './sync-transactions';
export {
  PROCESS_STRIPE_EVENT,
  processStripeEvent,
  storeStripeEvent,
  stripeEventReference,
} from './webhook-inbox';
