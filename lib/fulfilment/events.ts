import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';
import { SHIPMENT_STATUSES } from './model';

const shipment = z.object({
  orderId: z.uuid(),
  sellerOrderId: z.uuid(),
  sellerId: z.uuid(),
  shipmentId: z.uuid(),
});

/** A parcel left its seller. */
export const shipmentSent = defineEvent('shipment.sent', 1, shipment);
/** More is known of a parcel; it is in the same state as before. */
export const shipmentScanned = defineEvent('shipment.scanned', 1, shipment);
/** More is known of the parcel with which goods of a return come back, or it has just been announced. */
export const returnParcelTold = defineEvent(
  'return_parcel.told',
  1,
  shipment.omit({ shipmentId: true }).extend({ returnId: z.uuid(), status: z.enum(SHIPMENT_STATUSES) }),
);
/** A parcel is in another state than before. */
export const shipmentMoved = defineEvent(
  'shipment.moved',
  1,
  shipment.extend({ status: z.enum(SHIPMENT_STATUSES) }),
);
