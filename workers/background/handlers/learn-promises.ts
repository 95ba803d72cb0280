import { shipmentMoved, shipmentSent } from '@/lib/fulfilment';
import { forgetOldPaces, learnPromises } from '@/lib/sellers';
import { onEvent, type Schedule, type Work } from '../work';

/** What a seller promises follows from how long its parcels took. */
export const promiseWorks: readonly Work[] = [
  onEvent(shipmentSent, 'learn-handling', ({ sellerId }, { db, clock }) =>
    learnPromises(db, sellerId, clock()),
  ),
  onEvent(shipmentMoved, 'learn-transit', async ({ sellerId, status }, { db, clock }) => {
    if (status === 'delivered') await learnPromises(db, sellerId, clock());
  }),
];

export const promiseSchedules: readonly Schedule[] = [
  { name: 'forget-old-paces', everySeconds: 24 * 3600, run: ({ db, clock }) => forgetOldPaces(db, clock()) },
];
