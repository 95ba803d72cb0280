import { notFound } from 'next/navigation';
import { PickedOffers } from '@/components/seller/picked-offers';
import { buttonClass, ButtonLink } from '@/components/ui/button';
import { ScanBarcode } from '@/components/ui/desk-icons';
import { FileText, Package, Tag } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { pickList } from '@/lib/fulfilment';
import { DESK, mayAtDesk, requirePage } from '@/lib/http';
import { sumMinor } from '@/lib/kernel/money';
import { listPartsToPack } from '@/lib/orders';
import { chosenOrders } from '../chosen-orders';

/** What to fetch from the shelves for the chosen orders, or for all that are accepted. */
export default async function PickPage({ params, searchParams }: PageProps<'/[locale]/seller/orders/pick'>) {
  const { db, seller } = await requirePage(DESK.seeOrders, '/seller/orders/pick', params);
  const query = chosenOrders.safeParse(await searchParams);
  if (!query.success) notFound();
  const { sellerOrderIds } = query.data;
  const parts = await listPartsToPack(db, seller.sellerId, sellerOrderIds);
  if (!parts.ok) notFound();
  const t = await words('packing');
  const offers = pickList(parts.value);
  if (offers.length === 0) {
    return (
      <>
        <PageHead title={t('title')} />
        <EmptyState icon={<Package />} title={t('emptyTitle')}>
          {t('empty')}
        </EmptyState>
      </>
    );
  }
  const handles = mayAtDesk(seller.role, DESK.handleOrders);
  const orders = parts.value.length;
  const pieces = sumMinor(offers.map(({ quantity }) => quantity));
  const address = new URLSearchParams(
    parts.value.map(({ sellerOrderId }) => ['sellerOrderIds', sellerOrderId]),
  );
  return (
    <>
      <PageHead
        title={t('title')}
        lead={[t('lead', { orders, pieces }), sellerOrderIds.length === 0 && t('all')]
          .filter(Boolean)
          .join(' ')}
      >
        {handles && (
          <ButtonLink
            href={`/pack#${parts.value.map(({ sellerOrderId }) => sellerOrderId).join()}`}
            variant="primary"
          >
            <ScanBarcode aria-hidden className="size-5" />
            {t('scan')}
          </ButtonLink>
        )}
        <a href={`/api/seller/orders/packing-slips?${address}`} download className={buttonClass()}>
          <FileText aria-hidden className="size-5" />
          {t('slips')}
        </a>
        {handles && (
          <a href={`/api/seller/orders/address-labels?${address}`} download className={buttonClass()}>
            <Tag aria-hidden className="size-5" />
            {t('labels')}
          </a>
        )}
        <ButtonLink href="/seller/orders?queue=to_ship" variant="quiet">
          {t('back')}
        </ButtonLink>
      </PageHead>
      <PickedOffers offers={offers} />
    </>
  );
}
