import { DESK, defineRoute } from '@/lib/http';
import { exportOffers } from '@/lib/offers';

/** All offers of the shop as a sheet that can be taken back. */
export const GET = defineRoute({
  name: 'seller.export-offers',
  policy: DESK.seeOffers,
  rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, locale, clock }) => {
    const name = `offers-${clock().toISOString().slice(0, 10)}.csv`;
    return new Response(textStream(exportOffers(db, seller.sellerId, locale)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    });
  },
});

/** Excel takes a file without this mark for one in Windows-1252. */
const BYTE_ORDER_MARK = '\u{feff}';

/** The parts as UTF-8, made as they are taken. */
function textStream(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(BYTE_ORDER_MARK)),
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}
