import { formatDate, formatMoney, type Locale } from '@/lib/i18n';
import { publicId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';
import type { SellerOrderView } from '@/lib/orders/model';
import { getParcel } from '@/lib/fulfilment';
import type { ParcelView } from '@/lib/fulfilment/model';
import { getPayment, getRefund } from '@/lib/payments';
import type { Executor } from '@/lib/platform/database';
import type { MailRow } from '@/lib/platform/mail-layout';
import { mailTo } from './mail-to';
import { findRecipient, requirePart, type OrderRecipient } from './order-recipient';

/**
 * Mails to the buyer. Each names what it is about, so that one sent twice by a retried job is shown once.
 * None is sent from a request: the worker calls these.
 */
export async function sendReceipt(db: Executor, orderId: string): Promise<void> {
  const recipient = await findRecipient(db, orderId);
  const { order, t, locale } = recipient;
  const payment = await getPayment(db, orderId);
  const promises = order.sellerOrders.map((part) =>
    t('receipt.promise', { seller: part.sellerName, ...promiseOf(part, locale) }),
  );
  await mailTo(recipient, `receipt:${orderId}`, t('receipt.subject', { number: order.number }), {
    title: t('receipt.title', { name: order.address.recipient }),
    paragraphs: [t('receipt.body', { sellers: order.sellerOrders.length }), ...promises],
    rows: receiptRows(recipient),
    action: t('receipt.action'),
    note: [payment?.method && t('receipt.paidWith', { method: payment.method }), t('receipt.note')]
      .filter(Boolean)
      .join('. '),
  });
}

/** A parcel left its seller; what else was ordered of that seller may come in others. */
export async function sendShippedMail(
  db: Executor,
  sent: { readonly orderId: string; readonly sellerOrderId: string; readonly shipmentId: string },
): Promise<void> {
  const recipient = await findRecipient(db, sent.orderId);
  const { order, t, locale } = recipient;
  const part = requirePart(order, sent.sellerOrderId);
  const { carrier, trackingNumber, lines, isReplacement } = await requireParcel(db, sent.shipmentId);
  // A mail about its return tells of it.
  if (isReplacement) return;
  const rows: MailRow[] = [
    ...lines.map(({ lineId, quantity }) => ({
      label: part.lines.find((line) => line.lineId === lineId)?.title ?? '',
      value: `× ${quantity}`,
    })),
    ...(carrier ? [{ label: t('shipped.carrier'), value: carrier }] : []),
    ...(trackingNumber ? [{ label: t('shipped.trackingNumber'), value: trackingNumber }] : []),
  ];
  const seller = part.sellerName;
  await mailTo(recipient, `shipped:${sent.shipmentId}`, t('shipped.subject', { seller }), {
    title: t('shipped.title'),
    paragraphs: [t('shipped.body', { seller, number: order.number, ...promiseOf(part, locale) })],
    rows,
    action: t('shipped.action'),
  });
}

export async function sendPartCancelledMail(
  db: Executor,
  cancelled: { readonly orderId: string; readonly sellerOrderId: string },
): Promise<void> {
  const recipient = await findRecipient(db, cancelled.orderId);
  const { order, t } = recipient;
  const part = requirePart(order, cancelled.sellerOrderId);
  const seller = part.sellerName;
  const subject = t('partCancelled.subject', { seller, number: order.number });
  await mailTo(recipient, `part-cancelled:${cancelled.sellerOrderId}`, subject, {
    title: t('partCancelled.title'),
    paragraphs: [
      t('partCancelled.body', { seller }),
      ...(part.cancelReason && isSentence(part.cancelReason)
        ? [t('partCancelled.bySeller', { reason: part.cancelReason })]
        : []),
    ],
    action: t('partCancelled.action'),
  });
}

/** Some pieces of a part will not be sent; of a part that ended as a whole another mail tells. */
export async function sendLinesCancelledMail(
  db: Executor,
  cancelled: {
    readonly orderId: string;
    readonly sellerOrderId: string;
    readonly cancellationId: string;
    readonly lines: readonly { readonly orderLineId: string; readonly quantity: number }[];
    readonly reason: string;
  },
): Promise<void> {
  const recipient = await findRecipient(db, cancelled.orderId);
  const { order, t } = recipient;
  const part = requirePart(order, cancelled.sellerOrderId);
  const { reason } = cancelled;
  const pieces = cancelled.lines.map(({ orderLineId, quantity }) => {
    const line = part.lines.find(({ lineId }) => lineId === publicId('oln', orderLineId));
    return t('linesCancelled.line', { quantity, title: line?.title ?? '' });
  });
  const subject = t('linesCancelled.subject', { number: order.number });
  await mailTo(recipient, `lines-cancelled:${cancelled.cancellationId}`, subject, {
    title: t('linesCancelled.title'),
    paragraphs: [
      t('linesCancelled.body', { seller: part.sellerName }),
      ...pieces,
      ...(isSentence(reason) ? [t('linesCancelled.bySeller', { reason })] : []),
    ],
    action: t('linesCancelled.action'),
  });
}

/** The money came when the goods were gone. */
export async function sendSoldOutMail(db: Executor, orderId: string): Promise<void> {
  const recipient = await findRecipient(db, orderId);
  const { order, t } = recipient;
  await mailTo(recipient, `sold-out:${orderId}`, t('soldOut.subject', { number: order.number }), {
    title: t('soldOut.title'),
    paragraphs: [t('soldOut.body')],
    action: t('soldOut.action'),
  });
}

export async function sendRefundMail(
  db: Executor,
  refunded: { readonly orderId: string; readonly refundId: string },
): Promise<void> {
  const recipient = await findRecipient(db, refunded.orderId);
  const refund = await getRefund(db, refunded.refundId);
  if (!refund) throw new Error(`Refund ${refunded.refundId} does not exist`);
  if (refund.amount.amountMinor === 0) return;
  const { order, t, locale } = recipient;
  const amount = formatMoney(refund.amount, locale);
  await mailTo(recipient, `refunded:${refunded.refundId}`, t('refunded.subject', { amount }), {
    title: t('refunded.title', { amount }),
    paragraphs: [
      t('refunded.body', { number: order.number }),
      ...(refund.toCredit.amountMinor > 0
        ? [t('refunded.toCredit', { amount: formatMoney(refund.toCredit, locale) })]
        : []),
    ],
    action: t('refunded.action'),
  });
}

function receiptRows({ order, t, locale }: OrderRecipient): MailRow[] {
  const row = (label: string, money: Money, strong = false): MailRow => ({
    label,
    value: formatMoney(money, locale),
    strong,
  });
  const lines = order.sellerOrders.flatMap((part) => part.lines);
  const { discount } = order;
  return [
    ...lines.map(({ quantity, title, unitPrice }) =>
      row(t('receipt.line', { quantity, title }), {
        amountMinor: unitPrice.amountMinor * quantity,
        currency: unitPrice.currency,
      }),
    ),
    row(t('receipt.goods'), order.goods),
    ...(discount.amountMinor > 0
      ? [row(t('receipt.discount'), { ...discount, amountMinor: -discount.amountMinor })]
      : []),
    row(t('receipt.shipping'), order.shipping),
    ...(order.taxMode === 'exclusive' ? [row(t('receipt.taxAdded'), order.tax)] : []),
    row(t('receipt.total'), order.total, true),
    ...(order.taxMode === 'inclusive' ? [row(t('receipt.tax'), order.tax)] : []),
    ...(order.credit.amountMinor > 0 ? [row(t('receipt.credit'), order.credit)] : []),
  ];
}

function promiseOf(part: SellerOrderView, locale: Locale): { from: string; to: string } {
  return {
    from: formatDate(part.promisedFrom, locale, 'weekday'),
    to: formatDate(part.promisedTo, locale, 'weekday'),
  };
}

/** A seller writes why; the market and the buyer leave a code. */
function isSentence(reason: string): boolean {
  return !/^[a-z_]+$/.test(reason);
}

async function requireParcel(db: Executor, shipmentId: string): Promise<ParcelView> {
  const parcel = await getParcel(db, shipmentId);
  if (!parcel) throw new Error(`Parcel ${shipmentId} does not exist`);
  return parcel;
}
