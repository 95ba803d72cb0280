import { z } from 'zod';
import { publicUuid } from '../../public-uuid';

/** Of an address: the orders somebody chose in a queue, at most a page of them; none for all that are accepted. */
export const chosenOrders = z.object({
  sellerOrderIds: z.preprocess(
    (chosen) => (typeof chosen === 'string' ? [chosen] : chosen),
    z.array(publicUuid('slo')).max(50).default([]),
  ),
});
