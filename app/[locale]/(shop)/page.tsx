import type { Metadata } from 'next';
import { CategoryTiles } from '@/components/catalog/category-tiles';
import { Hero } from '@/components/catalog/hero';
import { ListingShelf } from '@/components/catalog/listing-shelf';
import { RecentlyViewed } from '@/components/catalog/recently-viewed';
import { JsonLd } from '@/components/shop/json-ld';
import { Section } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { currentLocale, words } from '@/components/ui/words';
import { listDepartments } from '@/lib/catalog/cached';
import { localePath } from '@/lib/i18n';
import { shownIn } from '@/lib/kernel/market';
import { database } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { listHomeShelves } from '@/lib/search';

export const dynamic = 'error';
export const revalidate = 3600;

export async function generateMetadata(): Promise<Metadata> {
  return { alternates: { canonical: localePath(await currentLocale(), '/') } };
}

export default async function HomePage() {
  const locale = await currentLocale();
  const t = await words('catalog');
  const [departments, shelves] = await Promise.all([
    listDepartments(locale),
    listHomeShelves(database(), shownIn(locale)),
  ]);
  const { deals, popular, newest } = shelves;
  return (
    <div className="page grid grid-cols-1 gap-10 pt-4 md:gap-14 md:pt-6">
      <JsonLd data={website()} />
      <Hero title={t('home.title')} body={t('home.body')} cards={popular} />
      {departments.length > 0 && (
        <Section
          title={t('home.departments')}
          aside={<SeeAll href="/browse" label={t('home.allDepartments')} />}
        >
          <CategoryTiles categories={departments} />
        </Section>
      )}
      <ListingShelf
        title={t('home.deals')}
        eager
        cards={deals}
        locale={locale}
        aside={<SeeAll href="/search?sale=1" label={t('home.allDeals')} />}
      />
      <RecentlyViewed words={{ title: t('home.recent'), clear: t('home.clearRecent') }} />
      <ListingShelf title={t('home.popular')} cards={popular} locale={locale} />
      <ListingShelf
        title={t('home.newest')}
        cards={newest}
        locale={locale}
        aside={<SeeAll href="/search?sort=newest" label={t('home.allNewest')} />}
      />
    </div>
  );
}

function SeeAll({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} className="touch text-sm whitespace-nowrap text-muted underline hover:text-ink">
      {label}
    </Link>
  );
}

/** Tells search engines how to search here. */
function website() {
  const url = env().APP_URL;
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: 'Souk',
    url,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${url}/search?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}
