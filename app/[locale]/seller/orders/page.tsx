import { Package } from '@/components/ui/icons';
import { z } from 'zod';
import { SellerOrderTable } from '@/components/seller/order-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/state';
import { Tabs } from '@/components/ui/tabs';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { requirePage } from '@/lib/http';
import { countSellerOrders, listSellerOrders } from '@/lib/orders';

const QUEUES = ['to_accept', 'to_ship', 'partly_shipped', 'shipped', 'delivered', 'cancelled'] as const;

/** Anything a person may have typed into the address is read as something sensible. */
const query = z.object({
  status: z.enum(QUEUES).nullable().catch(null).default(null),
  after: z.uuid().nullable().catch(null).default(null),
});

export default async function SellerOrdersPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/orders'>) {
  const { db, seller } = await requirePage('seller', '/seller/orders', params);
  const { status, after } = query.parse(await searchParams);
  const [t, counts, page] = await Promise.all([
    words('seller'),
    countSellerOrders(db, seller.sellerId),
    listSellerOrders(db, seller.sellerId, { status }, { limit: 50, after }),
  ]);
  const here = status ? `/seller/orders?status=${status}` : '/seller/orders';
  return (
    <>
      <PageHead title={t('orders.title')} />
      <Tabs
        label={t('orders.views')}
        current={here}
        tabs={[
          { label: t('orders.all'), href: '/seller/orders' },
          ...QUEUES.map((queue) => ({
            label: t(`status.${queue}`),
            href: `/seller/orders?status=${queue}`,
            count: counts[queue],
          })),
        ]}
      />
      <div className="mt-4 grid gap-6">
        {page.items.length > 0 ? (
          <SellerOrderTable orders={page.items} />
        ) : (
          <EmptyState icon={<Package />} title={t('orders.emptyTitle')}>
            {t('orders.empty')}
          </EmptyState>
        )}
        {page.next && (
          <ButtonLink href={`${here}${status ? '&' : '?'}after=${page.next}`} className="justify-self-center">
            {t('next')}
          </ButtonLink>
        )}
      </div>
    </>
  );
}
