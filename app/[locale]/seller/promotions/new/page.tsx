import { notFound } from 'next/navigation';
import { z } from 'zod';
import { NewPromotion } from '@/components/promotions/new-promotion';
import { DESK, requirePage } from '@/lib/http';
import { findOffers, startPromotion } from '../actions';

const query = z.object({ kind: z.enum(['percent', 'fixed', 'buy_get', 'bundle', 'free_delivery']) });

export default async function NewSellerPromotionPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/promotions/new'>) {
  const { clock } = await requirePage(DESK.changeOffers, '/seller/promotions/new', params);
  const wanted = query.safeParse(await searchParams);
  if (!wanted.success) notFound();
  const { kind } = wanted.data;
  return <NewPromotion kind={kind} now={clock()} action={startPromotion} findOffers={findOffers} />;
}
