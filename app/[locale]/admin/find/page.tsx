import { Search } from '@/components/ui/icons';
import { z } from 'zod';
import { RecordList, type RecordLink } from '@/components/admin/record-list';
import { OrderStatusBadge, ProductStatusBadge, SellerStatusBadge } from '@/components/admin/status-badges';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { findProducts } from '@/lib/catalog';
import { requirePage, type PageContext } from '@/lib/http';
import { findUsers } from '@/lib/identity';
import { publicId } from '@/lib/kernel/ids';
import { storableText } from '@/lib/kernel/storable-text';
import { getOrder, parseOrderNumber } from '@/lib/orders';
import { findSellers } from '@/lib/sellers';

const query = z.object({ q: z.string().trim().max(100).transform(storableText).catch('').default('') });

export default async function AdminFindPage({ params, searchParams }: PageProps<'/[locale]/admin/find'>) {
  const context = await requirePage('staff', '/admin/find', params);
  const { q } = query.parse(await searchParams);
  const t = await words('admin');
  const found = q === '' ? [] : await findEverywhere(context, q);
  return (
    <>
      <PageHead title={t('find.title')} />
      <form role="search" className="mb-8 flex max-w-text gap-2">
        <Input
          name="q"
          type="search"
          defaultValue={q}
          aria-label={t('find.label')}
          placeholder={t('find.label')}
        />
        <Button type="submit" variant="primary">
          {t('find.submit')}
        </Button>
      </form>
      {found.length === 0 && (
        <EmptyState icon={<Search />} title={t(q === '' ? 'find.startTitle' : 'find.nothingTitle')}>
          {t(q === '' ? 'find.start' : 'find.nothing')}
        </EmptyState>
      )}
      <div className="grid gap-10 md:grid-cols-2">
        {found.map(({ kind, records }) => (
          <Section key={kind} title={t(`find.${kind}`)}>
            <RecordList records={records} />
          </Section>
        ))}
      </div>
    </>
  );
}

type Found = {
  readonly kind: 'orders' | 'users' | 'sellers' | 'products';
  readonly records: readonly RecordLink[];
};

async function findEverywhere({ db, locale }: PageContext<'staff'>, text: string): Promise<Found[]> {
  const number = parseOrderNumber(text);
  const [order, users, sellers, products] = await Promise.all([
    number === null ? null : getOrder(db, number, 'staff'),
    findUsers(db, text),
    findSellers(db, text),
    findProducts(db, text, locale),
  ]);
  const all: Found[] = [
    {
      kind: 'orders',
      records: order
        ? [
            {
              href: `/admin/orders/${order.number}`,
              title: order.number,
              note: order.email,
              badge: <OrderStatusBadge status={order.status} />,
            },
          ]
        : [],
    },
    {
      kind: 'users',
      records: users.map((user) => ({
        href: `/admin/users/${publicId('usr', user.id)}`,
        title: user.name,
        note: user.email,
        badge: null,
      })),
    },
    {
      kind: 'sellers',
      records: sellers.map((seller) => ({
        href: `/admin/sellers/${seller.sellerId}`,
        title: seller.name,
        note: `${seller.city}, ${seller.country}`,
        badge: <SellerStatusBadge status={seller.status} />,
      })),
    },
    {
      kind: 'products',
      records: products.map((product) => ({
        href: `/admin/products/${product.productId}`,
        title: product.title,
        note: product.categoryPath,
        badge: <ProductStatusBadge status={product.status} />,
      })),
    },
  ];
  return all.filter(({ records }) => records.length > 0);
}
