import { ButtonLink } from '@/components/ui/button';
import { Package, Store } from '@/components/ui/icons';
import { SellerOrderTable } from '@/components/seller/order-table';
import { Section } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { EmptyState, FormStatus } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { FigureCard } from '@/components/workspace/figure-card';
import { PageHead } from '@/components/workspace/page-head';
import { countWaitingConversations } from '@/lib/conversations';
import { DESK, mayAtDesk, requirePage, type PageContext } from '@/lib/http';
import { formatDate, formatMoney, formatMoneyRoughly, formatNumber } from '@/lib/i18n';
import { countPeriod, getHealth, periodOf } from '@/lib/insight';
import { addUp } from '@/lib/insight/model';
import { getSellerBalances } from '@/lib/ledger';
import { countLowStock } from '@/lib/offers';
import { countSellerQueues, listSellerOrders } from '@/lib/orders';
import { getHoliday } from '@/lib/sellers';

type Desk = Pick<PageContext<typeof DESK.enter>, 'db' | 'clock' | 'locale' | 'seller'>;

export default async function SellerTodayPage({ params }: PageProps<'/[locale]/seller'>) {
  const desk = await requirePage(DESK.enter, '/seller', params);
  const t = await words('seller');
  const { role } = desk.seller;
  return (
    <>
      <PageHead title={t('today.title')} lead={t('today.lead')}>
        {mayAtDesk(role, DESK.changeStorefront) && (
          <ButtonLink href="/seller/storefront">
            <Store aria-hidden className="size-5" />
            {t('storefront.edit')}
          </ButtonLink>
        )}
      </PageHead>
      <Away {...desk} />
      {mayAtDesk(role, DESK.seeInsight) && <PassedLimits {...desk} />}
      <div className="mb-10 grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-4">
        {mayAtDesk(role, DESK.seeOrders) && <Queues {...desk} />}
        {mayAtDesk(role, DESK.seeOffers) && <LowStock {...desk} />}
        {mayAtDesk(role, DESK.handleMoney) && <Pending {...desk} />}
        {mayAtDesk(role, DESK.seeInsight) && <Week {...desk} />}
      </div>
      {mayAtDesk(role, DESK.seeOrders) && <NewestOrders {...desk} />}
    </>
  );
}

/** A shop that nobody can buy from, or soon will not, is told so first thing in the morning. */
async function Away({ db, clock, locale, seller }: Desk) {
  const [t, holiday] = await Promise.all([words('seller'), getHoliday(db, seller.sellerId, clock())]);
  if (!holiday) return null;
  return (
    <div className="mb-6">
      <FormStatus kind="info">
        {t(holiday.isNow ? 'holiday.now' : 'holiday.planned', {
          from: formatDate(holiday.from, locale, 'date'),
          until: formatDate(holiday.until, locale, 'date'),
        })}{' '}
        {mayAtDesk(seller.role, DESK.changeShipping) && (
          <Link href="/seller/shipping#holiday" className="touch underline underline-offset-4">
            {t('holiday.manage')}
          </Link>
        )}
      </FormStatus>
    </div>
  );
}

/** Whoever is about to be measured as bad hears it before anything happens to the account. */
async function PassedLimits({ db, clock, seller }: Desk) {
  const [t, measures] = await Promise.all([words('insight'), getHealth(db, seller.sellerId, clock())]);
  const passed = measures.filter(({ isGood }) => !isGood);
  if (passed.length === 0) return null;
  return (
    <div className="mb-6">
      <FormStatus kind="warning">
        {t('health.passed', { count: passed.length })}{' '}
        <Link href="/seller/insight/health" className="touch underline underline-offset-4">
          {t('health.link')}
        </Link>
      </FormStatus>
    </div>
  );
}

async function Queues({ db, locale, seller }: Desk) {
  const [t, counts, toAnswer] = await Promise.all([
    words('seller'),
    countSellerQueues(db, seller.sellerId),
    countWaitingConversations(db, seller.sellerId),
  ]);
  return (
    <>
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
        href="/seller/messages"
        label={t('today.toAnswer')}
        figure={formatNumber(toAnswer, locale)}
      />
    </>
  );
}

async function LowStock({ db, locale, seller }: Desk) {
  const [t, lowStock] = await Promise.all([words('seller'), countLowStock(db, seller.sellerId)]);
  return (
    <FigureCard
      href="/seller/offers?show=low"
      label={t('today.lowStock')}
      figure={formatNumber(lowStock, locale)}
    />
  );
}

async function Pending({ db, locale, seller }: Desk) {
  const [t, balances] = await Promise.all([words('seller'), getSellerBalances(db, seller.sellerId)]);
  const pending = balances.map(({ pendingMinor, currency }) =>
    formatMoney({ amountMinor: pendingMinor, currency }, locale),
  );
  return (
    <FigureCard
      href="/seller/money"
      label={t('today.pending')}
      figure={pending.length > 0 ? pending.join(' · ') : t('today.noBalance')}
    />
  );
}

/** How the last seven days went, beside the seven before. */
async function Week({ db, clock, locale, seller }: Desk) {
  const period = periodOf({ days: '7' }, clock());
  const [t, { currency, days, daysBefore }] = await Promise.all([
    words('insight'),
    countPeriod(db, seller.sellerId, period),
  ]);
  const [now, before] = [addUp(days), addUp(daysBefore)];
  const money = (amountMinor: number) => formatMoneyRoughly({ amountMinor, currency }, locale);
  return (
    <>
      <FigureCard
        href="/seller/insight?days=7"
        label={t('week.sales')}
        figure={money(now.salesMinor)}
        note={t('before', { value: money(before.salesMinor) })}
      />
      <FigureCard
        href="/seller/insight?days=7"
        label={t('week.viewed')}
        figure={formatNumber(now.viewed, locale)}
        note={t('before', { value: formatNumber(before.viewed, locale) })}
      />
    </>
  );
}

async function NewestOrders({ db, clock, seller }: Desk) {
  const [t, newest] = await Promise.all([
    words('seller'),
    listSellerOrders(db, seller.sellerId, null, { limit: 8, after: null }),
  ]);
  return (
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
  );
}
