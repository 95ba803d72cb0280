import {
  askAboutSilentParcels,
  carrierEventReference,
  completeDeliveryOf,
  followParcel,
  PROCESS_CARRIER_EVENT,
  processCarrierEvent,
  shipmentSent,
} from '@/lib/fulfilment';
import { sellerOrderShipped, tellOfLateParts } from '@/lib/orders';
import { job, onEvent, type Schedule, type Work } from '../work';

/** Where parcels are, and what follows from it. */
export const parcelWorks: readonly Work[] = [
  onEvent(shipmentSent, 'follow-parcel', ({ shipmentId }, { db, clock }) =>
    followParcel(db, shipmentId, clock()),
  ),
  job(PROCESS_CARRIER_EVENT, carrierEventReference, ({ externalId }, { db, clock }) =>
    processCarrierEvent(db, externalId, clock()),
  ),
  // The last piece may leave, or be cancelled, when every parcel has arrived before it.
  onEvent(sellerOrderShipped, 'complete-delivery', (shipped, { db, clock }) =>
    completeDeliveryOf(db, shipped, clock()),
  ),
];

export const parcelSchedules: readonly Schedule[] = [
  {
    name: 'tell-of-late-parts',
    everySeconds: 60,
    run: ({ db, clock }) => tellOfLateParts(db, clock()),
  },
  {
    name: 'ask-about-silent-parcels',
    everySeconds: 60,
    run: ({ db, clock }) => askAboutSilentParcels(db, clock()),
  },
];
