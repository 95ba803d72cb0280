import { z } from 'zod';
import { whatItDoes } from '@/components/promotions/promotion-words';
import { defineRoute } from '@/lib/http';
import { formatList, translator } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import { shownIn } from '@/lib/kernel/market';
import { ok, refuse } from '@/lib/kernel/result';
import { listOfferPromotions } from '@/lib/promotions';

/** What counts by itself for an offer at this second, in words, for a page that was cached earlier. */
export const GET = defineRoute({
  name: 'offers.promotions',
  policy: 'public',
  params: z.object({ offerId: z.string() }),
  handler: async ({ params, db, locale, clock }) => {
    const offerId = parsePublicId('off', params.offerId);
    if (offerId === null) return refuse('not_found');
    const t = translator(locale, 'promotions');
    const promotions = await listOfferPromotions(db, { offerId, now: clock() }, shownIn(locale));
    return ok({
      promotions: promotions.map(({ name, setWith, ...terms }) => {
        const does = whatItDoes(terms, t, locale);
        return {
          name,
          does:
            setWith.length > 0 ? t('what.with', { what: does, others: formatList(setWith, locale) }) : does,
        };
      }),
    });
  },
});
