import { chosenOrders } from '@/app/[locale]/seller/orders/chosen-orders';
import { packingSlip } from '@/lib/fulfilment';
import { DESK, defineRoute } from '@/lib/http';
import { refuse } from '@/lib/kernel/result';
import { listPartsToPack } from '@/lib/orders';
import { getSeller } from '@/lib/sellers';
import { pdfFile } from '../../../pdf-file';

/** Packing slips of the chosen orders, or of all accepted ones, in one file; each begins on a page of its own. */
export const GET = defineRoute({
  name: 'seller.packing-slips',
  policy: DESK.seeOrders,
  query: chosenOrders,
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, query: { sellerOrderIds }, locale, clock }) => {
    const [parts, shop] = await Promise.all([
      listPartsToPack(db, seller.sellerId, sellerOrderIds),
      getSeller(db, seller.sellerId),
    ]);
    if (!parts.ok) return parts;
    const now = clock();
    const slips = parts.value.map((part) => packingSlip(part, { shop: shop?.name ?? '', locale, now }));
    const [first, ...others] = slips;
    if (!first) return refuse('not_found');
    return pdfFile([first, ...others], `packing-slips-${now.toISOString().slice(0, 10)}`);
  },
});
