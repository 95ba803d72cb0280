import { currentLocale } from '@/components/ui/words';
import { shownIn } from '@/lib/kernel/market';
import { searchEngine } from '@/lib/search';
import { parseListingQuery, type ListingPlace, type RawParameters } from '@/lib/search/model';
import { ListingBrowser } from '@/components/search/listing-browser';

type ListingsOfProps = {
  place: ListingPlace;
  /** The place's address without its query. */
  path: string;
  /** How its query narrows and orders it. */
  asked?: RawParameters;
};

/** What a category or a shop has, as far as it was asked for. */
export async function ListingsOf({ place, path, asked = {} }: ListingsOfProps) {
  const locale = await currentLocale();
  const market = shownIn(locale);
  const query = parseListingQuery(asked, market.currency, place);
  return (
    <ListingBrowser
      result={await searchEngine().search(query, market)}
      query={query}
      path={path}
      place={place}
      currency={market.currency}
      locale={locale}
    />
  );
}
