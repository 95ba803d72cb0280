import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentLocale } from '@/components/ui/words';
import { getStorefront } from '@/lib/catalog/cached';
import { localePath } from '@/lib/i18n';
import type { RawParameters } from '@/lib/search/model';
import { Storefront } from '../../../s/[slug]/storefront';

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
export default async function FilteredStorefront({ params, searchParams }: Props) {
  const { slug } = await params;
  const seller = await getStorefront(slug, await currentLocale());
  if (!seller) notFound();
  return <Storefront seller={seller} asked={await searchParams} />;
}
