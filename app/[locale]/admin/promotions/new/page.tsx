import { notFound } from 'next/navigation';
import { z } from 'zod';
import { NewPromotion } from '@/components/promotions/new-promotion';
import { requirePage } from '@/lib/http';
import { startPromotion } from '../actions';

const query = z.object({ kind: z.enum(['percent', 'fixed', 'buy_get']) });

export default async function NewMarketPromotionPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/promotions/new'>) {
  const { clock } = await requirePage({ staff: ['admin', 'finance'] }, '/admin/promotions/new', params);
  const wanted = query.safeParse(await searchParams);
  if (!wanted.success) notFound();
  const { kind } = wanted.data;
  return <NewPromotion kind={kind} now={clock()} action={startPromotion} findOffers={null} />;
}
