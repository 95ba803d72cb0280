import type { Metadata } from 'next';
import { ListingBrowser } from '@/components/search/listing-browser';
import { SearchStart } from '@/components/search/search-start';
import { currentLocale, words } from '@/components/ui/words';
import { listDepartments } from '@/lib/catalog/cached';
import { DEFAULT_MARKET, shownIn } from '@/lib/kernel/market';
import { database } from '@/lib/platform/database';
import { listHomeShelves, searchEngine } from '@/lib/search';
import { listingSearch, parseListingQuery, type RawParameters } from '@/lib/search/model';

type Props = { searchParams: Promise<RawParameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await words('search');
  const { text } = parseListingQuery(await searchParams, DEFAULT_MARKET.currency);
  return { title: text ? t('results.metaFor', { text }) : t('results.title'), robots: { index: false } };
}

/** Rendered on request, in one piece: results are in the document itself. */
export default async function SearchPage({ searchParams }: Props) {
  const locale = await currentLocale();
  const t = await words('search');
  const market = shownIn(locale);
  const query = parseListingQuery(await searchParams, market.currency);
  if (listingSearch(query, market.currency) === '') {
    const [departments, { popular }] = await Promise.all([
      listDepartments(locale),
      listHomeShelves(database(), market),
    ]);
    return <SearchStart departments={departments} popular={popular} locale={locale} />;
  }
  const result = await searchEngine().search(query, market);
  return (
    <div className="page">
      <header className="pt-5 pb-5">
        <h1 className="text-lg md:text-xl">
          {query.text
            ? t('results.titleFor', { text: result.correctedText ?? query.text })
            : t('results.title')}
        </h1>
        {result.correctedText && (
          <p className="mt-1 text-muted">
            {t('results.corrected', { text: query.text, corrected: result.correctedText })}
          </p>
        )}
      </header>
      <ListingBrowser
        result={result}
        query={query}
        path="/search"
        place={{}}
        currency={market.currency}
        locale={locale}
      />
    </div>
  );
}
