import { notFound } from 'next/navigation';
import { PromotionDetail } from '@/components/promotions/promotion-detail';
import { PromotionStateBadge } from '@/components/promotions/promotion-state-badge';
import { PageHead } from '@/components/workspace/page-head';
import { requirePage } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';

import { getPromotion } from '@/lib/promotions';
import { changeLimits, switchMarketPromotion } from '../actions';

export default async function MarketPromotionPage({ params }: PageProps<'/[locale]/admin/promotions/[id]'>) {
  const { db, clock } = await requirePage({ staff: ['admin', 'finance'] }, '/admin/promotions', params);
  const promotionId = parsePublicId('prm', (await params).id);
  const promotion = promotionId && (await getPromotion(db, promotionId, { sellerId: null }, clock()));
  if (!promotion) notFound();
  return (
    <>
      <PageHead title={promotion.name}>
        <PromotionStateBadge state={promotion.state} />
      </PageHead>
      <PromotionDetail
        promotion={promotion}
        goods={null}
        actions={{ change: changeLimits, switchTo: switchMarketPromotion }}
      />
    </>
  );
}
