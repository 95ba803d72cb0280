import { z } from 'zod';
import { presentListing } from '@/components/catalog/present-listing';
import { defineRoute } from '@/lib/http';
import { shownIn } from '@/lib/kernel/market';
import { ok } from '@/lib/kernel/result';
import { searchEngine } from '@/lib/search';
import { parseListingQuery } from '@/lib/search/model';

const slug = z.string().max(120).optional();

/** The next page of a list, in words: the query is that of its address, a storefront's in `seller`. */
export const GET = defineRoute({
  name: 'listings',
  policy: 'public',
  query: z.looseObject({ seller: slug }),
  handler: async ({ query, request, locale }) => {
    const place = query.seller === undefined ? {} : { sellerSlug: query.seller };
    const market = shownIn(locale);
    const asked = parseListingQuery(parametersOf(request.nextUrl.searchParams), market.currency, place);
    const { cards, next } = await searchEngine().page(asked, market);
    return ok({ listings: cards.map((card) => presentListing(card, locale)), next });
  },
});

function parametersOf(search: URLSearchParams): Record<string, string[]> {
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of search) (parameters[name] ??= []).push(value);
  return parameters;
}
