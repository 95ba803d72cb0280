import { z } from 'zod';
import { PromotionDesk } from '@/components/promotions/promotion-desk';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { DESK, mayAtDesk, requirePage } from '@/lib/http';
import { listPromotions } from '@/lib/promotions';
import { publicUuid } from '../../public-uuid';

const KINDS = ['percent', 'fixed', 'buy_get', 'bundle', 'free_delivery'] as const;

const ON_A_PAGE = 30;

const query = z.object({ after: publicUuid('prm').nullable().catch(null).default(null) });

export default async function SellerPromotionsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/promotions'>) {
  const { db, clock, seller } = await requirePage(DESK.seeOffers, '/seller/promotions', params);
  const { after } = query.parse(await searchParams);
  const [t, { items, next }] = await Promise.all([
    words('promotions'),
    listPromotions(db, { sellerId: seller.sellerId }, { limit: ON_A_PAGE, after, now: clock() }),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('sellerLead')} />
      <PromotionDesk
        under="/seller/promotions"
        kinds={mayAtDesk(seller.role, DESK.changeOffers) ? KINDS : []}
        {...{ items, after, next }}
      />
    </>
  );
}
