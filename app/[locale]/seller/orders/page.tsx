import { Package } from '@/components/ui/icons';
import { z } from 'zod';
import { AcceptChosen } from '@/components/seller/accept-chosen';
import { SellerOrderTable } from '@/components/seller/order-table';
import { EmptyState } from '@/components/ui/state';
import { Tabs } from '@/components/ui/tabs';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { Paging } from '@/components/workspace/paging';
import { DESK, mayAtDesk, requirePage } from '@/lib/http';
import { countSellerQueues, listSellerOrders } from '@/lib/orders';
import { SELLER_QUEUES, type SellerQueue, type WorkQueue } from '@/lib/orders/model';
import { countOpenReturns } from '@/lib/returns';
import { acceptOrders } from '../actions';

/** Anything a person may have typed into the address is read as something sensible. */
const query = z.object({
  queue: z.enum(SELLER_QUEUES).nullable().catch(null).default(null),
  after: z.uuid().nullable().catch(null).default(null),
});

export default async function SellerOrdersPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/orders'>) {
  const { db, clock, seller } = await requirePage(DESK.seeOrders, '/seller/orders', params);
  const { queue, after } = query.parse(await searchParams);
  const [t, page] = await Promise.all([
    words('seller'),
    listSellerOrders(db, seller.sellerId, queue, { limit: 50, after }),
  ]);
  const choosable = queue === 'to_accept' && mayAtDesk(seller.role, DESK.handleOrders);
  const list =
    page.items.length > 0 ? (
      <SellerOrderTable orders={page.items} now={clock()} choosable={choosable} />
    ) : (
      <EmptyState icon={<Package />} title={t(queue ? 'orders.emptyTitle' : 'today.quietTitle')}>
        {t(queue ? 'orders.empty' : 'today.quiet')}
      </EmptyState>
    );
  return (
    <>
      <PageHead title={t('orders.title')} />
      <Queues
        current={addressOf(queue)}
        counts={await countSellerQueues(db, seller.sellerId)}
        returns={await countOpenReturns(db, seller.sellerId)}
      />
      <div className="mt-4 grid gap-6">
        {choosable ? (
          <AcceptChosen
            action={acceptOrders}
            isEmpty={page.items.length === 0}
            words={{ chooseAll: t('orders.chooseAll'), accept: t('orders.acceptChosen') }}
          >
            {list}
          </AcceptChosen>
        ) : (
          list
        )}
        <Paging path={addressOf(queue)} after={after} next={page.next} />
      </div>
    </>
  );
}

type QueuesProps = { current: string; counts: Readonly<Record<WorkQueue, number>>; returns: number };

/** Where work waits, with how much of it; goods that come back have a page of their own. */
async function Queues({ current, counts, returns }: QueuesProps) {
  const t = await words('seller');
  const waiting: Partial<Record<SellerQueue, number>> = counts;
  return (
    <Tabs
      label={t('orders.views')}
      current={current}
      tabs={[
        { label: t('orders.all'), href: addressOf(null) },
        ...SELLER_QUEUES.map((queue) => ({
          label: t(`orders.queue.${queue}`),
          href: addressOf(queue),
          count: waiting[queue],
        })),
        { label: t('orders.returns'), href: '/seller/returns', count: returns },
      ]}
    />
  );
}

function addressOf(queue: SellerQueue | null): string {
  return queue ? `/seller/orders?queue=${queue}` : '/seller/orders';
}
