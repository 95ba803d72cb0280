import { csvStream } from '../../../csv-stream';
import { exportPartsToShip } from '@/lib/fulfilment';
import { DESK, defineRoute } from '@/lib/http';

/** What waits to be sent, as a sheet in which carriers and tracking numbers are filled in. */
export const GET = defineRoute({
  name: 'seller.export-to-ship',
  policy: DESK.handleOrders,
  rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, clock }) => {
    const name = `to-ship-${clock().toISOString().slice(0, 10)}`;
    return csvStream(exportPartsToShip(db, seller.sellerId), name);
  },
});
