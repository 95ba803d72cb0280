import { csvStream } from '../../../csv-stream';
import { DESK, defineRoute } from '@/lib/http';
import { exportOffers } from '@/lib/offers';

/** All offers of the shop as a sheet that can be taken back. */
export const GET = defineRoute({
  name: 'seller.export-offers',
  policy: DESK.seeOffers,
  rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, locale, clock }) => {
    const name = `offers-${clock().toISOString().slice(0, 10)}`;
    return csvStream(exportOffers(db, seller.sellerId, locale), name);
  },
});
