import { z } from 'zod';
import { defineRoute, rememberGuestOrder } from '@/lib/http';
import { localePath } from '@/lib/i18n';
import { findOrderId, parseOrderNumber } from '@/lib/orders';

/**
 * Follows a mailed link: the token it carries goes into a cookie and out of the address. A wrong one leads to the same
 * page, which says what it says to everybody.
 */
export const GET = defineRoute({
  name: 'orders.open',
  policy: 'public',
  params: z.object({ number: z.string().max(40) }),
  query: z.object({ key: z.string().max(100).default('') }),
  rateLimit: { limit: 60, windowSeconds: 600, by: 'ip', failClosed: true },
  handler: async ({ db, params, query, locale }) => {
    const number = parseOrderNumber(params.number);
    const orderId = number && (await findOrderId(db, number, { guestToken: query.key }));
    if (number && orderId) await rememberGuestOrder(number, query.key);
    const path = localePath(locale, `/orders/${number ?? encodeURIComponent(params.number)}`);
    return new Response(null, { status: 303, headers: { location: path } });
  },
});
