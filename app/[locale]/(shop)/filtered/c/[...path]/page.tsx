import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CategoryHead } from '@/components/catalog/category-head';
import { currentLocale } from '@/components/ui/words';
import { getCategoryPage } from '@/lib/catalog/cached';
import { localePath } from '@/lib/i18n';
import type { RawParameters } from '@/lib/search/model';
import { ListingsOf } from '../../../listings-of';

type Props = { params: Promise<{ path: string[] }>; searchParams: Promise<RawParameters> };

/** Search engines are told of the category itself, not of each of its selections. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { path } = await params;
  const locale = await currentLocale();
  const category = await getCategoryPage(path.join('/'), locale);
  if (!category) return {};
  return {
    title: category.name,
    robots: { index: false },
    alternates: { canonical: localePath(locale, `/c/${category.path}`) },
  };
}

/** Rendered on request, in one piece: it answers 404 for an unknown category, and needs no JavaScript. */
export default async function FilteredCategoryPage({ params, searchParams }: Props) {
  const path = (await params).path.join('/');
  const category = await getCategoryPage(path, await currentLocale());
  if (!category) notFound();
  return (
    <div className="page">
      <CategoryHead category={category} />
      <ListingsOf place={{ categoryPath: path }} path={`/c/${path}`} asked={await searchParams} />
    </div>
  );
}
