import type { shipments } from '@/db/schema/fulfilment';
import { trackingNumber } from './order-labels';

type SeedParcel = {
  readonly shipmentId: string;
  readonly orderId: string;
  readonly partId: string;
  readonly sellerId: string;
  readonly shippedAt: Date;
  /** Null while it is on its way; its carrier then moves it once the shop runs. */
  readonly deliveredAt: Date | null;
};

/** The one parcel in which a seller's part left. */
export function parcelRow({
  shipmentId,
  orderId,
  partId,
  sellerId,
  shippedAt,
  deliveredAt,
}: SeedParcel): typeof shipments.$inferInsert {
  return {
    id: shipmentId,
    orderId,
    sellerOrderId: partId,
    sellerId,
    status: deliveredAt ? 'delivered' : 'in_transit',
    carrierCode: 'dhl',
    followed: true,
    carrier: 'DHL',
    trackingNumber: trackingNumber(partId),
    shippedAt,
    deliveredAt,
  };
}
