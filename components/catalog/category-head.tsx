import { JsonLd } from '@/components/shop/json-ld';
import { Breadcrumb, type Crumb } from '@/components/ui/breadcrumb';
import { words } from '@/components/ui/words';
import type { CategoryPage } from '@/lib/catalog/model';
import { CategoryTiles } from './category-tiles';

/** Where a category is, its name, and what is under it. */
export async function CategoryHead({ category }: { category: CategoryPage }) {
  const t = await words('catalog');
  const crumbs = [{ name: t('category.home'), href: '/' }, ...category.ancestors.map(toCrumb)];
  return (
    <header className="grid grid-cols-1 gap-4 pt-4 pb-6">
      <Breadcrumb crumbs={crumbs} label={t('category.breadcrumb')} />
      <div>
        <h1 className="text-xl md:text-2xl">{category.name}</h1>
        {category.description && <p className="mt-1 max-w-text text-muted">{category.description}</p>}
      </div>
      {category.children.length > 0 && <CategoryTiles categories={category.children} />}
    </header>
  );
}

export function toCrumb({ name, path }: { name: string; path: string }): Crumb {
  return { name, href: `/c/${path}` };
}

/** The crumbs as search engines want them; the page itself is the last one. */
export function BreadcrumbJsonLd({ crumbs, origin }: { crumbs: readonly Crumb[]; origin: string }) {
  const itemListElement = crumbs.map(({ name, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: origin + href,
  }));
  return <JsonLd data={{ '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement }} />;
}
