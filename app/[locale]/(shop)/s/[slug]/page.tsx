import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentLocale, words } from '@/components/ui/words';
import { getStorefront } from '@/lib/catalog/cached';
import { localePath } from '@/lib/i18n';
import { Storefront } from './storefront';

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
  const seller = await getStorefront(slug, await currentLocale());
  if (!seller) notFound();
  return <Storefront seller={seller} />;
}
