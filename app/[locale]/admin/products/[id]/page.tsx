import { notFound } from 'next/navigation';
import { AuditTrail } from '@/components/admin/audit-trail';
import { DecisionForm } from '@/components/admin/decision-form';
import { ProductStatusBadge } from '@/components/admin/status-badges';
import { DraftChanges } from '@/components/seller/draft-changes';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { listAudit } from '@/lib/audit';
import { getDraftReview, getProductRecord, possibleDecisions } from '@/lib/catalog';
import { requirePage } from '@/lib/http';
import { formatDate } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import { decideOnProduct } from '../../actions';

export default async function AdminProductPage({ params }: PageProps<'/[locale]/admin/products/[id]'>) {
  const { id } = await params;
  const { db, locale } = await requirePage('staff', `/admin/products/${id}`, params);
  const productId = parsePublicId('prd', id);
  const product = productId && (await getProductRecord(db, productId, locale));
  if (!productId || !product) notFound();
  const [t, audit, review] = await Promise.all([
    words('admin'),
    listAudit(db, { type: 'product', id: productId }),
    getDraftReview(db, productId, locale),
  ]);
  return (
    <>
      <PageHead
        title={product.title}
        lead={[product.brand, product.categoryPath, formatDate(product.createdAt, locale)]
          .filter(Boolean)
          .join(' · ')}
      >
        <ProductStatusBadge status={product.status} />
        {product.status === 'live' && product.draftStatus === 'in_review' && (
          <ProductStatusBadge status="in_review" />
        )}
        {product.status === 'live' && (
          <ButtonLink href={`/p/${product.slug}`}>{t('product.page')}</ButtonLink>
        )}
      </PageHead>
      <div className="grid items-start gap-8 md:grid-cols-[1fr_24rem]">
        <div className="grid gap-8">
          <p>{product.ownerName ? t('product.owner', { name: product.ownerName }) : t('product.shared')}</p>
          {review && <DraftChanges review={review} />}
          <AuditTrail records={audit} />
        </div>
        <Card className="p-4">
          <h2 className="mb-3 text-lg">{t('decide.title')}</h2>
          <DecisionForm
            subject={{ productId: product.productId }}
            action={decideOnProduct}
            decisions={possibleDecisions(product).map((decision) => ({
              name: decision,
              label: t(`decide.${decision}`),
              isGrave: decision !== 'publish',
            }))}
            words={{ reason: t('decide.reason'), reasonHint: t('decide.reasonHint'), done: t('decide.done') }}
          />
        </Card>
      </div>
    </>
  );
}
