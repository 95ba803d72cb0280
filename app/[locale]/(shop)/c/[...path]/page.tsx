import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BreadcrumbJsonLd, CategoryHead, toCrumb } from '@/components/catalog/category-head';
import { currentLocale, words } from '@/components/ui/words';
import { getCategoryPage, listMenu } from '@/lib/catalog/cached';
import { localePath } from '@/lib/i18n';
import { env } from '@/lib/platform/env';
import { ListingsOf } from '../../listings-of';

/** Cached whole: with a query in its address `next.config.ts` sends it to the twin under `filtered`. */
export const dynamic = 'error';
export const revalidate = 3600;

type Props = { params: Promise<{ path: string[] }> };

/** The departments at build time, the rest on the first visit. */
export async function generateStaticParams() {
  const departments = await listMenu(await currentLocale());
  return departments.map(({ path }) => ({ path: path.split('/') }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { path } = await params;
  const locale = await currentLocale();
  const category = await getCategoryPage(path.join('/'), locale);
  if (!category) return {};
  const t = await words('catalog');
  const description = category.description ?? t('category.description', { name: category.name });
  return {
    title: category.name,
    description,
    alternates: { canonical: localePath(locale, `/c/${category.path}`) },
  };
}

export default async function CategoryPage({ params }: Props) {
  const path = (await params).path.join('/');
  const category = await getCategoryPage(path, await currentLocale());
  if (!category) notFound();
  return (
    <div className="page">
      <BreadcrumbJsonLd crumbs={[...category.ancestors, category].map(toCrumb)} origin={env().APP_URL} />
      <CategoryHead category={category} />
      <ListingsOf place={{ categoryPath: path }} path={`/c/${path}`} />
    </div>
  );
}
