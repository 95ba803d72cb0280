import { z } from 'zod';
import { OrderBooks } from '@/components/admin/order-books';
import { Button } from '@/components/ui/button';
import { FileText } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { requirePage } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { storableText } from '@/lib/kernel/storable-text';
import { listOrderEntries } from '@/lib/ledger';
import { getOrder, parseOrderNumber } from '@/lib/orders';
import { listPayoutsOfOrder } from '@/lib/payouts';

const query = z.object({ number: z.string().trim().max(40).transform(storableText).catch('').default('') });

export default async function OrderBooksPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/money/order'>) {
  const { db, locale } = await requirePage({ staff: ['admin'] }, '/admin/money/order', params);
  const { number: typed } = query.parse(await searchParams);
  const number = parseOrderNumber(typed);
  const [t, order] = await Promise.all([words('admin'), number && getOrder(db, number, 'staff')]);
  const orderId = order && parsePublicId('ord', order.orderId);
  const [entries, payouts] = orderId
    ? await Promise.all([listOrderEntries(db, orderId), listPayoutsOfOrder(db, orderId)])
    : [[], []];
  return (
    <>
      <PageHead title={t('orderBooks.title')} lead={t('orderBooks.lead')} />
      <form role="search" className="mb-8 flex max-w-text gap-2">
        <Input
          name="number"
          type="search"
          defaultValue={typed}
          aria-label={t('orderBooks.number')}
          placeholder={t('orderBooks.number')}
        />
        <Button type="submit" variant="primary">
          {t('orderBooks.find')}
        </Button>
      </form>
      {typed === '' ? (
        <EmptyState icon={<FileText />} title={t('orderBooks.startTitle')}>
          {t('orderBooks.start')}
        </EmptyState>
      ) : !order ? (
        <EmptyState icon={<FileText />} title={t('orderBooks.missingTitle', { number: typed })}>
          {t('orderBooks.missing')}
        </EmptyState>
      ) : entries.length === 0 ? (
        <EmptyState icon={<FileText />} title={t('orderBooks.noneTitle', { number: order.number })}>
          {t('orderBooks.none')}
        </EmptyState>
      ) : (
        <OrderBooks order={order} entries={entries} payouts={payouts} locale={locale} />
      )}
    </>
  );
}
