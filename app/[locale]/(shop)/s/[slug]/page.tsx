import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ListingBrowser } from '@/components/search/listing-browser';
import { StorefrontHead } from '@/components/storefront/storefront-head';
import { currentLocale, words } from '@/components/ui/words';
import { getStorefront } from '@/lib/catalog/cached';
import { localePath } from '@/lib/i18n';
import { shownIn } from '@/lib/kernel/market';
import { searchEngine } from '@/lib/search';
import { parseListingQuery } from '@/lib/search/model';

/** Cached whole: with a query in its address `next.config.ts` sends it to the twin under `filtered`. */
export const dynamic = 'error';
export const revalidate = 3600;

type Props = { params: Promise<{ slug: string }> };

/** Storefronts are made on their first visit. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const locale = await currentLocale();
  const seller = await getStorefront(slug, locale);
  if (!seller) return {};
  const t = await words('storefront');
  return {
    title: seller.name,
    description: seller.tagline ?? t('meta', { name: seller.name, count: seller.productCount }),
    alternates: { canonical: localePath(locale, `/s/${seller.slug}`) },
  };
}

export default async function StorefrontRoute({ params }: Props) {
  const { slug } = await params;
  const locale = await currentLocale();
  const seller = await getStorefront(slug, locale);
  if (!seller) notFound();
  const t = await words('storefront');
  const market = shownIn(locale);
  const place = { sellerSlug: slug };
  const query = parseListingQuery({}, market.currency, place);
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
