import { notFound } from 'next/navigation';
import { PromotionDetail } from '@/components/promotions/promotion-detail';
import { PromotionStateBadge } from '@/components/promotions/promotion-state-badge';
import { PageHead } from '@/components/workspace/page-head';
import { DESK, mayAtDesk, requirePage } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { nameOwnOffers } from '@/lib/offers';
import { getPromotion } from '@/lib/promotions';
import { changeLimits, switchOwnPromotion } from '../actions';

export default async function SellerPromotionPage({ params }: PageProps<'/[locale]/seller/promotions/[id]'>) {
  const { db, clock, locale, seller } = await requirePage(DESK.seeOffers, '/seller/promotions', params);
  const promotionId = parsePublicId('prm', (await params).id);
  const promotion =
    promotionId && (await getPromotion(db, promotionId, { sellerId: seller.sellerId }, clock()));
  if (!promotion) notFound();
  const offerIds = promotion.offers?.flatMap(({ offerId }) => parsePublicId('off', offerId) ?? []);
  const goods = offerIds ? await nameOwnOffers(db, seller.sellerId, offerIds, locale) : null;
  return (
    <>
      <PageHead title={promotion.name}>
        <PromotionStateBadge state={promotion.state} />
      </PageHead>
      <PromotionDetail
        promotion={promotion}
        goods={goods}
        actions={
          mayAtDesk(seller.role, DESK.changeOffers)
            ? { change: changeLimits, switchTo: switchOwnPromotion }
            : null
        }
      />
    </>
  );
}
