import { notFound } from 'next/navigation';
import { DecisionForm } from '@/components/admin/decision-form';
import { ReturnBadge } from '@/components/returns/return-badge';
import { ReturnStory } from '@/components/returns/return-story';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { requirePage } from '@/lib/http';
import { formatDate } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import { getReturn } from '@/lib/returns';
import { ruleReturn } from '../actions';

export default async function AdminReturnPage({ params }: PageProps<'/[locale]/admin/returns/[id]'>) {
  const { id } = await params;
  const { db, locale } = await requirePage('staff', `/admin/returns/${id}`, params);
  const returnId = parsePublicId('ret', id);
  const item = returnId && (await getReturn(db, returnId));
  if (!item) notFound();
  const t = await words('returns');
  return (
    <>
      <PageHead
        title={t('seller.number', { number: item.orderNumber })}
        lead={`${item.sellerName} · ${t('seller.by', {
          name: item.buyerName,
          date: formatDate(item.requestedAt, locale, 'dateTime'),
        })}`}
      >
        <ReturnBadge status={item.status} />
      </PageHead>
      <div className="grid items-start gap-6 md:grid-cols-[1fr_22rem]">
        <Card className="grid gap-4 p-4">
          <ReturnStory item={item} photosUnder="/api/admin/returns/photos" />
          <Link href={`/admin/orders/${item.orderNumber}`} className="touch underline">
            {t('seller.order')}
          </Link>
        </Card>
        {item.status === 'escalated' && (
          <Card className="grid gap-3 p-4">
            <h2 className="text-lg">{t('admin.rule')}</h2>
            <DecisionForm
              subject={{ returnId: item.returnId, version: String(item.version) }}
              action={ruleReturn}
              decisions={[
                { name: 'for_buyer', label: t('admin.forBuyer'), isGrave: false },
                { name: 'for_seller', label: t('admin.forSeller'), isGrave: true },
              ]}
              words={{
                reason: t('admin.reason'),
                reasonHint: t('admin.reasonHint'),
                done: t('admin.done'),
              }}
            />
          </Card>
        )}
      </div>
    </>
  );
}
