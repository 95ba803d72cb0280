import { sendDisputeMails, sendRefundAlert } from '@/lib/notifications';
import { orderCancelled, sellerOrderLinesCancelled } from '@/lib/orders';
import {
  abandonPayment,
  disputeMoved,
  expireUnpaidOrders,
  reconcileDisputes,
  reconcilePayments,
  refundCancelledLines,
  refundGivenUp,
  refundRequested,
  retryDueRefunds,
  sendRefund,
  syncProviderTransactions,
} from '@/lib/payments';
import { onEvent, type Schedule, type Work } from '../work';

/** What has to happen at the payment provider after something happened here. */
export const paymentWorks: readonly Work[] = [
  onEvent(sellerOrderLinesCancelled, 'refund-cancelled-lines', (cancelled, { db }) =>
    refundCancelledLines(db, cancelled),
  ),
  onEvent(disputeMoved, 'send-dispute-mails', (moved, { db }) => sendDisputeMails(db, moved)),
  onEvent(refundGivenUp, 'send-refund-alert', ({ refundId }, { db }) => sendRefundAlert(db, refundId)),
  onEvent(refundRequested, 'send-refund', ({ refundId }, { db }) => sendRefund(db, refundId)),
  onEvent(orderCancelled, 'abandon-payment', ({ orderId }, { db }) => abandonPayment(db, orderId)),
];

export const paymentSchedules: readonly Schedule[] = [
  { name: 'retry-refunds', everySeconds: 300, run: ({ db, clock }) => retryDueRefunds(db, clock()) },
  { name: 'expire-unpaid-orders', everySeconds: 30, run: ({ db, clock }) => expireUnpaidOrders(db, clock()) },
  { name: 'reconcile-payments', everySeconds: 60, run: ({ db, clock }) => reconcilePayments(db, clock()) },
  { name: 'reconcile-disputes', everySeconds: 600, run: ({ db, clock }) => reconcileDisputes(db, clock()) },
  {
    name: 'sync-provider-transactions',
    everySeconds: 60,
    run: ({ db, clock }) => syncProviderTransactions(db, clock()),
  },
];
