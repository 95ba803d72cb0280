import { completeDeliveryOf } from '@/lib/fulfilment';
import { sellerOrderShipped } from '@/lib/orders';
import { onEvent, type Work } from '../work';

/** What follows from where parcels are. */
export const parcelWorks: readonly Work[] = [
  // The last piece may leave, or be cancelled, when every parcel has arrived before it.
  onEvent(sellerOrderShipped, 'complete-delivery', (shipped, { db, clock }) =>
    completeDeliveryOf(db, shipped, clock()),
  ),
];
