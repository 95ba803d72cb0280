import type { Transaction } from '@/lib/platform/database';
import { getTermsOfPart } from '@/lib/orders';
import { workingDaysBetween } from '@/lib/pricing';
import { recordPace } from '@/lib/sellers';
import type { ShipmentRow } from './move-shipment';

type Left = Pick<ShipmentRow, 'sellerOrderId' | 'sellerId' | 'shippedAt'>;

/** Counts how long the seller took to hand a parcel over, from payment on. */
export async function countHandling(
  tx: Transaction,
  { sellerOrderId, sellerId, shippedAt }: Left,
): Promise<void> {
  const { paidAt } = await getTermsOfPart(tx, sellerOrderId);
  if (paidAt === null) return;
  const days = workingDaysBetween(paidAt, shippedAt);
  await recordPace(tx, { sellerId, measure: 'handling', days, at: shippedAt });
}

/** Counts how long a parcel was in transit. Only its carrier knows: what a seller says of it teaches nothing. */
export async function countTransit(
  tx: Transaction,
  { sellerOrderId, sellerId, shippedAt }: Left,
  deliveredAt: Date,
): Promise<void> {
  const { deliveryCode } = await getTermsOfPart(tx, sellerOrderId);
  const days = workingDaysBetween(shippedAt, deliveredAt);
  await recordPace(tx, { sellerId, measure: deliveryCode, days, at: deliveredAt });
}
