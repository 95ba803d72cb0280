import { getParcel, listParcelsOfSellerOrder } from '@/lib/fulfilment';
import { isTrouble, type ParcelView, type ShipmentStatus, type Trouble } from '@/lib/fulfilment/model';
import { formatDate, type Locale } from '@/lib/i18n';
import type { SellerOrderView } from '@/lib/orders/model';
import type { Executor } from '@/lib/platform/database';
import { mailTo } from './mail-to';
import { findRecipient, requirePart, type OrderRecipient } from './order-recipient';
import { listSellerRecipients, type SellerRecipient } from './seller-recipients';

/**
 * Mails about parcels that do not arrive as promised, to the buyer and to everybody who handles the seller's orders.
 * Each names what it is about, so that one sent twice by a retried job is shown once.
 */
type Subject = { readonly orderId: string; readonly sellerOrderId: string };

/** The promise has passed. Says nothing where people know already that nothing of it will arrive. */
export async function sendLateMails(db: Executor, subject: Subject): Promise<void> {
  const recipient = await findRecipient(db, subject.orderId);
  const part = requirePart(recipient.order, subject.sellerOrderId);
  const parcels = await listParcelsOfSellerOrder(db, subject.sellerOrderId);
  if (!isAwaited(part, parcels)) return;
  const values = (locale: Locale) => ({
    seller: part.sellerName,
    number: recipient.order.number,
    date: formatDate(part.promisedTo, locale, 'weekday'),
  });
  const key = `late:${subject.sellerOrderId}`;
  const { t } = recipient;
  await mailTo(recipient, key, t('late.subject', values(recipient.locale)), {
    title: t('late.title'),
    paragraphs: [t('late.body', values(recipient.locale))],
    action: t('late.action'),
  });
  for (const seller of await listSellerRecipients(db, part)) {
    await mailTo(seller, `${key}:${seller.userId}`, seller.t('lateSeller.subject', values(seller.locale)), {
      title: seller.t('lateSeller.title'),
      paragraphs: [seller.t('lateSeller.body', values(seller.locale))],
      action: seller.t('lateSeller.action'),
    });
  }
}

/** A parcel was lost or goes back to its sender; other states need no mail of their own. */
export async function sendParcelTroubleMails(
  db: Executor,
  subject: Subject & { readonly shipmentId: string; readonly status: ShipmentStatus },
): Promise<void> {
  const { status: trouble } = subject;
  if (!isTrouble(trouble)) return;
  const recipient = await findRecipient(db, subject.orderId);
  const part = requirePart(recipient.order, subject.sellerOrderId);
  const parcel = await getParcel(db, subject.shipmentId);
  if (!parcel) throw new Error(`Parcel ${subject.shipmentId} does not exist`);
  const key = `${trouble}:${subject.shipmentId}`;
  await sendTrouble(recipient, key, `${trouble}.buyer`, { recipient, part, parcel });
  for (const seller of await listSellerRecipients(db, part)) {
    await sendTrouble(seller, `${key}:${seller.userId}`, `${trouble}.seller`, { recipient, part, parcel });
  }
}

async function sendTrouble(
  to: OrderRecipient | SellerRecipient,
  idempotencyKey: string,
  words: `${Trouble}.${'buyer' | 'seller'}`,
  about: { recipient: OrderRecipient; part: SellerOrderView; parcel: ParcelView },
): Promise<void> {
  const { part, parcel } = about;
  const values = {
    seller: part.sellerName,
    number: about.recipient.order.number,
    carrier: parcel.carrier,
    trackingNumber: parcel.trackingNumber,
  };
  await mailTo(to, idempotencyKey, to.t(`${words}Subject`, values), {
    title: to.t(`${words}Title`),
    paragraphs: [to.t(`${words}Body`, values)],
    rows: parcel.lines.map(({ lineId, quantity }) => ({
      label: part.lines.find((line) => line.lineId === lineId)?.title ?? '',
      value: `× ${quantity}`,
    })),
    action: to.t(`${words}Action`),
  });
}

/** Something is still to be sent, or underway. */
function isAwaited(part: SellerOrderView, parcels: readonly ParcelView[]): boolean {
  const isUnderway = ({ status }: ParcelView) => status !== 'delivered' && !isTrouble(status);
  return part.lines.some(({ toShip }) => toShip > 0) || parcels.some(isUnderway);
}
