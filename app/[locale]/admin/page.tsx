import { RecordList } from '@/components/admin/record-list';
import { ReturnBadge } from '@/components/returns/return-badge';
import { ProductStatusBadge, SellerStatusBadge } from '@/components/admin/status-badges';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { listProductsInReview } from '@/lib/catalog';
import { listOpenReports } from '@/lib/conversations';
import { requirePage, type PageContext } from '@/lib/http';
import { formatDate } from '@/lib/i18n';
import { listEscalatedReturns } from '@/lib/returns';
import { listSellersByStatus } from '@/lib/sellers';
import { seesReports } from './conversations/sees-reports';

export default async function AdminQueuePage({ params }: PageProps<'/[locale]/admin'>) {
  const { actor, db, locale, clock } = await requirePage('staff', '/admin', params);
  const [t, tReturns, sellers, products, disputed] = await Promise.all([
    words('admin'),
    words('returns'),
    listSellersByStatus(db, 'applied'),
    listProductsInReview(db, locale),
    listEscalatedReturns(db),
  ]);
  const since = (at: string) => t('queue.waiting', { date: formatDate(at, locale, 'dateTime') });
  const dueNote = (dueAt: string) =>
    tReturns(Date.parse(dueAt) < clock().getTime() ? 'admin.overdue' : 'admin.due', {
      date: formatDate(dueAt, locale, 'weekday'),
    });
  return (
    <>
      <PageHead title={t('queue.title')} lead={t('queue.lead')} />
      <div className="grid gap-10 md:grid-cols-2">
        <Section title={tReturns('admin.title')}>
          {disputed.length === 0 && <p className="text-muted">{tReturns('admin.empty')}</p>}
          {disputed.length > 0 && (
            <RecordList
              records={disputed.map((item) => ({
                href: `/admin/returns/${item.returnId}`,
                title: tReturns('seller.number', { number: item.orderNumber }),
                note: dueNote(item.dueAt ?? item.requestedAt),
                badge: <ReturnBadge status={item.status} />,
              }))}
            />
          )}
        </Section>
        {seesReports(actor) && <Reports db={db} locale={locale} />}
        <Section title={t('queue.sellers')}>
          {sellers.length === 0 && <p className="text-muted">{t('queue.emptySellers')}</p>}
          {sellers.length > 0 && (
            <RecordList
              records={sellers.map((seller) => ({
                href: `/admin/sellers/${seller.sellerId}`,
                title: seller.name,
                note: since(seller.appliedAt),
                badge: <SellerStatusBadge status={seller.status} />,
              }))}
            />
          )}
        </Section>
        <Section title={t('queue.products')}>
          {products.length === 0 && <p className="text-muted">{t('queue.emptyProducts')}</p>}
          {products.length > 0 && (
            <RecordList
              records={products.map((product) => ({
                href: `/admin/products/${product.productId}`,
                title: product.title,
                note: since(product.createdAt),
                badge: <ProductStatusBadge status={product.draftStatus ?? product.status} />,
              }))}
            />
          )}
        </Section>
      </div>
    </>
  );
}

/** What buyers and sellers have asked support to look at. */
async function Reports({ db, locale }: Pick<PageContext<'staff'>, 'db' | 'locale'>) {
  const [t, reports] = await Promise.all([words('conversations'), listOpenReports(db)]);
  return (
    <Section title={t('admin.queue')}>
      {reports.length === 0 && <p className="text-muted">{t('admin.empty')}</p>}
      {reports.length > 0 && (
        <RecordList
          records={reports.map(({ conversationId, sellerName, by, reportedAt }) => ({
            href: `/admin/conversations/${conversationId}`,
            title: t('admin.title', { seller: sellerName }),
            note: t(`admin.by.${by}`, { date: formatDate(reportedAt, locale, 'dateTime') }),
            badge: <Badge tone="warning">{t('admin.open')}</Badge>,
          }))}
        />
      )}
    </Section>
  );
}
