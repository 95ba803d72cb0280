import { z } from 'zod';
import { PromotionDesk } from '@/components/promotions/promotion-desk';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { requirePage } from '@/lib/http';
import { listPromotions } from '@/lib/promotions';
import { publicUuid } from '../../public-uuid';

const KINDS = ['percent', 'fixed', 'buy_get'] as const;

const ON_A_PAGE = 30;

const query = z.object({ after: publicUuid('prm').nullable().catch(null).default(null) });

export default async function AdminPromotionsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/promotions'>) {
  const { db, clock } = await requirePage({ staff: ['admin', 'finance'] }, '/admin/promotions', params);
  const { after } = query.parse(await searchParams);
  const [t, { items, next }] = await Promise.all([
    words('promotions'),
    listPromotions(db, { sellerId: null }, { limit: ON_A_PAGE, after, now: clock() }),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('marketLead')} />
      <PromotionDesk under="/admin/promotions" kinds={KINDS} {...{ items, after, next }} />
    </>
  );
}
