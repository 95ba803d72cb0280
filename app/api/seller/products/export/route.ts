import { exportOwnProducts } from '@/lib/catalog';
import { DESK, defineRoute } from '@/lib/http';
import { csvStream } from '../../../csv-stream';

/** The seller's own products as a file that can be changed and sent back. */
export const GET = defineRoute({
  name: 'seller.export-products',
  policy: DESK.changeOffers,
  rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, clock }) => {
    const name = `products-${clock().toISOString().slice(0, 10)}`;
    return csvStream(exportOwnProducts(db, seller.sellerId), name);
  },
});
