import {
  ORDER_LINK_JOB,
  orderLinkRequest,
  sendOrderLink,
  sendLateMails,
  sendParcelTroubleMails,
  sendLinesCancelledMail,
  sendPartCancelledMail,
  sendReceipt,
  sendRefundMail,
  sendShippedMail,
  sendSoldOutMail,
  tellSellersOfOrder,
} from '@/lib/notifications';
import { shipmentMoved, shipmentSent } from '@/lib/fulfilment';
import {
  orderCancelled,
  orderPaid,
  sellerOrderCancelled,
  sellerOrderLate,
  sellerOrderLinesCancelled,
} from '@/lib/orders';
import { refundSucceeded } from '@/lib/payments';
import { job, onEvent, type Work } from '../work';

/** Mail about orders, to buyers and sellers. */
export const orderMailWorks: readonly Work[] = [
  onEvent(orderPaid, 'send-receipt', ({ orderId }, { db }) => sendReceipt(db, orderId)),
  onEvent(orderPaid, 'tell-sellers', ({ number }, { db }) => tellSellersOfOrder(db, number)),
  onEvent(orderCancelled, 'send-sold-out-mail', async ({ orderId, reason }, { db }) => {
    if (reason === 'sold_out') await sendSoldOutMail(db, orderId);
  }),
  onEvent(shipmentSent, 'send-shipped-mail', (sent, { db }) => sendShippedMail(db, sent)),
  onEvent(shipmentMoved, 'send-parcel-trouble-mails', (moved, { db }) => sendParcelTroubleMails(db, moved)),
  onEvent(sellerOrderLate, 'send-late-mails', (late, { db }) => sendLateMails(db, late)),
  onEvent(sellerOrderCancelled, 'send-part-cancelled-mail', (cancelled, { db }) =>
    sendPartCancelledMail(db, cancelled),
  ),
  onEvent(sellerOrderLinesCancelled, 'send-lines-cancelled-mail', async (cancelled, { db }) => {
    if (!cancelled.ended) await sendLinesCancelledMail(db, cancelled);
  }),
  onEvent(refundSucceeded, 'send-refund-mail', (refunded, { db }) => sendRefundMail(db, refunded)),
  job(ORDER_LINK_JOB, orderLinkRequest, (request, { db }) => sendOrderLink(db, request)),
];
