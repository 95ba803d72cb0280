import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ProductStateBadge } from '@/components/seller/product-state';
import { FormStatus } from '@/components/ui/state';
import { Tabs } from '@/components/ui/tabs';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { findProblems, getOwnDraft, getOwnProduct, type Draft } from '@/lib/catalog';
import { DRAFT_STEPS, type DraftStep } from '@/lib/catalog/model';
import { DESK, requirePage } from '@/lib/http';
import type { Locale } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';
import { BasicsStep } from './basics-step';
import { CheckStep } from './check-step';
import { DetailsStep } from './details-step';
import { FinishedProduct } from './finished-product';
import { PicturesStep } from './pictures-step';
import { VariantsStep } from './variants-step';

const query = z.object({ step: z.enum(DRAFT_STEPS).catch('check').default('check') });

export default async function SellerProductPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/products/[id]'>) {
  const { id } = await params;
  const path = `/seller/products/${id}`;
  const { db, locale, seller } = await requirePage(DESK.changeOffers, path, params);
  const { step } = query.parse(await searchParams);
  const productId = parsePublicId('prd', id);
  const product = productId && (await getOwnProduct(db, seller.sellerId, productId));
  if (!productId || !product) notFound();
  const [t, draft] = await Promise.all([words('listing'), getOwnDraft(db, seller.sellerId, productId)]);
  // What staff looks at is shown, not edited.
  const shown = draft?.status === 'in_review' ? 'check' : step;
  return (
    <>
      <PageHead title={product.title || t('products.untitled')}>
        <ProductStateBadge product={product} />
      </PageHead>
      {draft && draft.status !== 'in_review' && (
        <div className="mb-6">
          <Tabs
            label={t('step.label')}
            current={`${path}?step=${shown}`}
            tabs={DRAFT_STEPS.map((each) => ({ label: t(`step.${each}`), href: `${path}?step=${each}` }))}
          />
        </div>
      )}
      {draft?.status === 'declined' && (
        <div className="mb-6">
          <FormStatus kind="warning">
            <p className="font-strong">{t('review.declined')}</p>
            <p>{draft.reason}</p>
          </FormStatus>
        </div>
      )}
      {draft ? (
        <Step {...{ db, draft, path, locale }} sellerId={seller.sellerId} step={shown} />
      ) : (
        <FinishedProduct product={product} />
      )}
    </>
  );
}

type StepProps = {
  sellerId: string;
  db: Database;
  draft: Draft;
  step: DraftStep;
  path: string;
  locale: Locale;
};

async function Step({ sellerId, db, draft, step, path, locale }: StepProps) {
  const problems = await findProblems(db, draft.productId, draft.content);
  switch (step) {
    case 'basics':
      return <BasicsStep {...{ db, draft, locale }} />;
    case 'details':
      return <DetailsStep {...{ db, draft }} />;
    case 'variants':
      return <VariantsStep {...{ db, draft, problems }} />;
    case 'pictures':
      return <PicturesStep {...{ db, draft, path }} sellerId={sellerId} />;
    case 'check':
      return <CheckStep {...{ db, draft, problems, path, locale }} />;
  }
}
