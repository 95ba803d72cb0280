import type { ReactNode } from 'react';
import { z } from 'zod';
import { AcceptChosen } from '@/components/seller/accept-chosen';
import { SellerOrderTable } from '@/components/seller/order-table';
import { Button, ButtonLink } from '@/components/ui/button';
import { Package } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/state';
import { Tabs } from '@/components/ui/tabs';
import { currentLocale, words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { Paging } from '@/components/workspace/paging';
import { countWaitingConversations } from '@/lib/conversations';
import { DESK, mayAtDesk, requirePage } from '@/lib/http';
import { localePath } from '@/lib/i18n';
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
  const isToAccept = queue === 'to_accept' && mayAtDesk(seller.role, DESK.handleOrders);
  const isToPack = queue === 'to_ship' && page.items.length > 0;
  const list =
    page.items.length > 0 ? (
      <SellerOrderTable orders={page.items} now={clock()} choosable={isToAccept || isToPack} />
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
        toAnswer={await countWaitingConversations(db, seller.sellerId)}
      />
      <div className="mt-4 grid gap-6">
        {isToAccept ? (
          <AcceptChosen
            action={acceptOrders}
            isEmpty={page.items.length === 0}
            words={{ chooseAll: t('orders.chooseAll'), accept: t('orders.acceptChosen') }}
          >
            {list}
          </AcceptChosen>
        ) : isToPack ? (
          <PackChosen byFile={mayAtDesk(seller.role, DESK.handleOrders)}>{list}</PackChosen>
        ) : (
          list
        )}
        <Paging path={addressOf(queue)} after={after} next={page.next} />
      </div>
    </>
  );
}

/** A queue of which several orders are fetched from the shelves in one walk. */
async function PackChosen({ byFile, children }: { byFile: boolean; children: ReactNode }) {
  const [t, locale] = await Promise.all([words('packing'), currentLocale()]);
  return (
    <form action={localePath(locale, '/seller/orders/pick')} className="grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit">{t('choose')}</Button>
        {byFile && <ButtonLink href="/seller/orders/by-file">{t('byFile.link')}</ButtonLink>}
        <p className="text-sm text-muted">{t('none')}</p>
      </div>
      {children}
    </form>
  );
}

type QueuesProps = {
  current: string;
  counts: Readonly<Record<WorkQueue, number>>;
  returns: number;
  toAnswer: number;
};

/** Where work waits, with how much of it; goods that come back and messages have pages of their own. */
async function Queues({ current, counts, returns, toAnswer }: QueuesProps) {
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
        { label: t('orders.messages'), href: '/seller/messages', count: toAnswer },
      ]}
    />
  );
}

function addressOf(queue: SellerQueue | null): string {
  return queue ? `/seller/orders?queue=${queue}` : '/seller/orders';
}
