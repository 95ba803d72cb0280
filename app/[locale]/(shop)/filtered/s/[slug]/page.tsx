import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ListingBrowser } from '@/components/search/listing-browser';
import { StorefrontHead } from '@/components/storefront/storefront-head';
import { currentLocale, words } from '@/components/ui/words';
import { getStorefront } from '@/lib/catalog/cached';
import { localePath } from '@/lib/i18n';
import { shownIn } from '@/lib/kernel/market';
import { searchEngine } from '@/lib/search';
import { parseListingQuery, type RawParameters } from '@/lib/search/model';

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<RawParameters> };

/** Search engines are told of the storefront itself, not of each of its selections. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const locale = await currentLocale();
  const seller = await getStorefront(slug, locale);
  if (!seller) return {};
  return {
    title: seller.name,
    robots: { index: false },
    alternates: { canonical: localePath(locale, `/s/${seller.slug}`) },
  };
}

/** Rendered on request, in one piece: it answers 404 for an unknown seller, and needs no JavaScript. */
export default async function FilteredStorefrontPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const locale = await currentLocale();
  const seller = await getStorefront(slug, locale);
  if (!seller) notFound();
  const t = await words('storefront');
  const market = shownIn(locale);
  const place = { sellerSlug: slug };
  const query = parseListingQuery(await searchParams, market.currency, place);
  return (
    <div className="page">
      <StorefrontHead seller={seller} />
      {seller.awayUntil === null && (
        <>
          <h2 className="mb-4 text-lg md:text-xl">{t('products', { name: seller.name })}</h2>
          <ListingBrowser
            result={await searchEngine().search(query, market)}
            query={query}
            path={`/s/${slug}`}
            place={place}
            currency={market.currency}
            locale={locale}
          />
        </>
      )}
    </div>
  );
}
