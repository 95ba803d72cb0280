import { shipmentSent } from '@/lib/fulfilment';
import { DEFAULT_LOCALE } from '@/lib/i18n';
import { stockBucketChanged, stockRanLow } from '@/lib/inventory';
import { newId, parsePublicId, publicId } from '@/lib/kernel/ids';
import { shownIn } from '@/lib/kernel/market';
import { sendWebhookFailedMails } from '@/lib/notifications';
import { getOfferSnapshots } from '@/lib/offers';
import {
  getOrder,
  orderPaid,
  sellerOrderAccepted,
  sellerOrderCancelled,
  sellerOrderDelivered,
  sellerOrderLate,
  sellerOrderLinesCancelled,
  sellerOrderShipped,
} from '@/lib/orders';
import type { Database } from '@/lib/platform/database';
import {
  announce,
  deliverWebhook,
  DELIVER_WEBHOOK_JOB,
  forgetDeliveries,
  webhookDelivery,
  webhookEndpointFailed,
  type WebhookEvent,
} from '@/lib/webhooks';
import { job, onEvent, type Schedule, type Work } from '../work';

/** What happened to a seller's part of an order as a whole, which it does once. */
const STAGES = [
  [sellerOrderAccepted, 'order.accepted'],
  [sellerOrderShipped, 'order.shipped'],
  [sellerOrderDelivered, 'order.delivered'],
  [sellerOrderLate, 'order.late'],
  [sellerOrderCancelled, 'order.cancelled'],
] as const;

/** Programs of sellers are told of their orders and their stock, at the addresses they gave. */
export const tellProgramsWorks: readonly Work[] = [
  onEvent(orderPaid, 'tell-programs-of-order', ({ number }, { db }) => announceOrder(db, number)),
  ...STAGES.map(([told, event]) =>
    onEvent(told, `tell-programs-${event}`, ({ sellerId, sellerOrderId }, { db }) =>
      announce(db, {
        ...{ sellerId, event, occurrence: `${event}:${sellerOrderId}` },
        data: { orderId: publicId('slo', sellerOrderId) },
      }),
    ),
  ),
  onEvent(sellerOrderLinesCancelled, 'tell-programs-of-cancelled-lines', (cancelled, { db }) =>
    announce(db, {
      sellerId: cancelled.sellerId,
      event: 'order.lines_cancelled',
      occurrence: `order.lines_cancelled:${cancelled.cancellationId}`,
      data: { orderId: publicId('slo', cancelled.sellerOrderId) },
    }),
  ),
  onEvent(shipmentSent, 'tell-programs-of-parcel', ({ sellerId, sellerOrderId, shipmentId }, { db }) =>
    announce(db, {
      ...{ sellerId, event: 'parcel.sent', occurrence: `parcel.sent:${shipmentId}` },
      data: { orderId: publicId('slo', sellerOrderId), parcelId: publicId('shp', shipmentId) },
    }),
  ),
  onEvent(stockRanLow, 'tell-programs-of-low-stock', ({ offerId, available, occurrenceId }, { db }) =>
    announceStock(db, 'stock.low', { offerId, available }, occurrenceId),
  ),
  // Nothing names the one time it changed: told again, it is told twice, and says what is so either time.
  onEvent(stockBucketChanged, 'tell-programs-of-stock', (changed, { db }) =>
    announceStock(db, 'stock.changed', changed, newId()),
  ),
  job(DELIVER_WEBHOOK_JOB, webhookDelivery, ({ deliveryId }, { db, clock }) =>
    deliverWebhook(db, deliveryId, clock()),
  ),
  onEvent(webhookEndpointFailed, 'send-webhook-failed-mails', (failed, { db }) =>
    sendWebhookFailedMails(db, failed),
  ),
];

export const deliveryLogSchedule: Schedule = {
  name: 'forget-webhook-deliveries',
  everySeconds: 3600,
  run: ({ db }) => forgetDeliveries(db, 30),
};

/** Every seller's programs learn of their own part of a paid order. */
async function announceOrder(db: Database, number: string): Promise<void> {
  const order = await getOrder(db, number, 'staff');
  for (const { sellerId: shop, sellerOrderId } of order?.sellerOrders ?? []) {
    const sellerId = parsePublicId('sel', shop);
    if (!sellerId) continue;
    const occurrence = `order.placed:${sellerOrderId}`;
    await announce(db, { sellerId, event: 'order.placed', occurrence, data: { orderId: sellerOrderId } });
  }
}

async function announceStock(
  db: Database,
  event: WebhookEvent,
  { offerId, available }: { readonly offerId: string; readonly available: number },
  occurrenceId: string,
): Promise<void> {
  const offer = (await getOfferSnapshots(db, [offerId], shownIn(DEFAULT_LOCALE))).get(offerId);
  if (!offer) return;
  const data = { offerId: publicId('off', offerId), sku: offer.sellerSku, available };
  await announce(db, { sellerId: offer.sellerId, event, occurrence: `${event}:${occurrenceId}`, data });
}
