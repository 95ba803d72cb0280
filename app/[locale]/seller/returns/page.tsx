import { z } from 'zod';
import { RecordList } from '@/components/admin/record-list';
import { ReturnBadge } from '@/components/returns/return-badge';
import { Package } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/state';
import { Tabs } from '@/components/ui/tabs';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { Paging } from '@/components/workspace/paging';
import { DESK, requirePage } from '@/lib/http';
import { formatDate } from '@/lib/i18n';
import { listReturnsOfSeller } from '@/lib/returns';
import { RETURN_STATUSES } from '@/lib/returns/model';
import { publicUuid } from '../../public-uuid';

const CLOSED = ['refunded', 'exchanged', 'ruled', 'cancelled'] as const;

/** Anything a person may have typed into the address is read as something sensible. */
const query = z.object({
  view: z.enum(['open', 'closed']).catch('open').default('open'),
  after: publicUuid('ret').nullable().catch(null).default(null),
});

const ON_A_PAGE = 50;

export default async function SellerReturnsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/returns'>) {
  const { db, locale, seller } = await requirePage(DESK.seeOrders, '/seller/returns', params);
  const { view, after } = query.parse(await searchParams);
  const isClosed = (status: (typeof RETURN_STATUSES)[number]) =>
    (CLOSED as readonly string[]).includes(status);
  const statuses = RETURN_STATUSES.filter((status) => isClosed(status) === (view === 'closed'));
  const [t, { items, next }] = await Promise.all([
    words('returns'),
    listReturnsOfSeller(db, seller.sellerId, statuses, { limit: ON_A_PAGE, after }),
  ]);
  const path = view === 'closed' ? '/seller/returns?view=closed' : '/seller/returns';
  return (
    <>
      <PageHead title={t('seller.title')} lead={t('seller.lead')} />
      <Tabs
        label={t('seller.views')}
        current={path}
        tabs={[
          { label: t('seller.open'), href: '/seller/returns' },
          { label: t('seller.closed'), href: '/seller/returns?view=closed' },
        ]}
      />
      <div className="mt-4 grid gap-6">
        {items.length > 0 ? (
          <RecordList
            records={items.map((item) => ({
              href: `/seller/returns/${item.returnId}`,
              title: item.orderNumber,
              note: t('seller.by', {
                name: item.buyerName,
                date: formatDate(item.requestedAt, locale, 'dayMonth'),
              }),
              badge: <ReturnBadge status={item.status} at="desk" />,
            }))}
          />
        ) : (
          <EmptyState icon={<Package />} title={t('seller.emptyTitle')}>
            {t('seller.empty')}
          </EmptyState>
        )}
        <Paging path={path} after={after} next={next} />
      </div>
    </>
  );
}
