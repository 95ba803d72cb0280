import { ButtonLink } from '@/components/ui/button';
import { Package, Store } from '@/components/ui/icons';
import { SellerOrderTable } from '@/components/seller/order-table';
import { Section } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { FigureCard } from '@/components/workspace/figure-card';
import { PageHead } from '@/components/workspace/page-head';
import { requirePage } from '@/lib/http';
import { formatMoney, formatNumber } from '@/lib/i18n';
import { getSellerBalances } from '@/lib/ledger';
import { countLowStock } from '@/lib/offers';
import { countSellerQueues, listSellerOrders } from '@/lib/orders';

export default async function SellerTodayPage({ params }: PageProps<'/[locale]/seller'>) {
  const { db, clock, locale, seller } = await requirePage('seller', '/seller', params);
  const t = await words('seller');
  const [counts, lowStock, balances, newest] = await Promise.all([
    countSellerQueues(db, seller.sellerId),
    countLowStock(db, seller.sellerId),
    getSellerBalances(db, seller.sellerId),
    listSellerOrders(db, seller.sellerId, null, { limit: 8, after: null }),
  ]);
  const pending = balances.map(({ pendingMinor, currency }) =>
    formatMoney({ amountMinor: pendingMinor, currency }, locale),
  );
  return (
    <>
      <PageHead title={t('today.title')} lead={t('today.lead')}>
        <ButtonLink href="/seller/storefront">
          <Store aria-hidden className="size-5" />
          {t('storefront.edit')}
        </ButtonLink>
      </PageHead>
      <div className="mb-10 grid grid-cols-2 gap-3 md:grid-cols-4">
        <FigureCard
          href="/seller/orders?queue=to_accept"
          label={t('today.toAccept')}
          figure={formatNumber(counts.to_accept, locale)}
        />
        <FigureCard
          href="/seller/orders?queue=to_ship"
          label={t('today.toShip')}
          figure={formatNumber(counts.to_ship, locale)}
        />
        <FigureCard
          href="/seller/offers?show=low"
          label={t('today.lowStock')}
          figure={formatNumber(lowStock, locale)}
        />
        <FigureCard
          href="/seller/money"
          label={t('today.pending')}
          figure={pending.length > 0 ? pending.join(' · ') : t('today.noBalance')}
        />
      </div>
      <Section
        title={t('today.newest')}
        aside={
          <Link href="/seller/orders" className="touch text-sm underline underline-offset-4">
            {t('today.allOrders')}
          </Link>
        }
      >
        {newest.items.length > 0 ? (
          <SellerOrderTable orders={newest.items} now={clock()} />
        ) : (
          <EmptyState icon={<Package />} title={t('today.quietTitle')}>
            {t('today.quiet')}
          </EmptyState>
        )}
      </Section>
    </>
  );
}
