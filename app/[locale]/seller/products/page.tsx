import { z } from 'zod';
import { ProductStateBadge } from '@/components/seller/product-state';
import { SubmitComplete } from '@/components/seller/submit-complete';
import { Photo } from '@/components/media/photo';
import { ButtonLink } from '@/components/ui/button';
import { Package, Plus } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/state';
import { Tabs } from '@/components/ui/tabs';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { Paging } from '@/components/workspace/paging';
import { listOwnProducts } from '@/lib/catalog';
import { DESK, requirePage } from '@/lib/http';
import { formatDate } from '@/lib/i18n';
import { submitCompleteProducts } from './actions';

const VIEWS = ['all', 'unfinished', 'in_review', 'live'] as const;

const query = z.object({
  show: z.enum(VIEWS).catch('all').default('all'),
  after: z.uuid().nullable().catch(null).default(null),
});

export default async function SellerProductsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/products'>) {
  const { db, locale, seller } = await requirePage(DESK.changeOffers, '/seller/products', params);
  const { show, after } = query.parse(await searchParams);
  const [t, page] = await Promise.all([
    words('listing'),
    listOwnProducts(db, seller.sellerId, show, { limit: 30, after }),
  ]);
  return (
    <>
      <PageHead title={t('products.title')} lead={t('products.lead')}>
        <ButtonLink href="/seller/products/by-file">{t('byFile.link')}</ButtonLink>
        <ButtonLink href="/seller/offers/new" variant="primary">
          <Plus aria-hidden className="size-5" />
          {t('products.add')}
        </ButtonLink>
      </PageHead>
      <Tabs
        label={t('products.views')}
        current={addressOf(show)}
        tabs={VIEWS.map((view) => ({ label: t(`products.view.${view}`), href: addressOf(view) }))}
      />
      {page.items.length === 0 && (
        <EmptyState icon={<Package />} title={t('products.emptyTitle')}>
          {t('products.empty')}
        </EmptyState>
      )}
      {show === 'unfinished' && (
        <SubmitComplete
          action={submitCompleteProducts}
          isEmpty={page.items.length === 0}
          label={t('submitAll.button')}
        />
      )}
      <ul className="divide-y divide-line">
        {page.items.map((product) => (
          <li key={product.productId}>
            <Link
              href={`/seller/products/${product.productId}`}
              className="flex min-h-14 items-center gap-4 py-4 transition hover:bg-sunken"
            >
              <Photo
                picture={product.image}
                sizes="64px"
                decorative
                className="size-16 shrink-0 rounded-md"
              />
              <span className="min-w-0 flex-1">
                <span className="line-clamp-2 font-strong">{product.title || t('products.untitled')}</span>
                <span className="block text-sm text-muted">
                  {t('products.saved', { date: formatDate(product.savedAt, locale, 'dateTime') })}
                  {' · '}
                  {t('products.offers', { count: product.offers })}
                </span>
              </span>
              <ProductStateBadge product={product} />
            </Link>
          </li>
        ))}
      </ul>
      <Paging path={addressOf(show)} after={after} next={page.next} />
    </>
  );
}

function addressOf(show: (typeof VIEWS)[number]): string {
  const search = new URLSearchParams();
  if (show !== 'all') search.set('show', show);
  return search.size > 0 ? `/seller/products?${search}` : '/seller/products';
}
