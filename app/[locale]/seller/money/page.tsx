import { z } from 'zod';
import { InvoiceLinks } from '@/components/invoices/invoice-links';
import { HoldList } from '@/components/seller/hold-list';
import { PayoutAccount } from '@/components/seller/payout-account';
import { PayoutTable } from '@/components/seller/payout-table';
import { SellerBalances } from '@/components/seller/seller-balances';
import { StatementTable } from '@/components/seller/statement-table';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { ChartNoAxesColumn } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { Paging } from '@/components/workspace/paging';
import { DESK, requirePage } from '@/lib/http';
import { listCommissionInvoices } from '@/lib/invoices';
import { getSellerBalances, listStatement } from '@/lib/ledger';
import { getNumbersOfParts } from '@/lib/orders';
import {
  getAccount,
  getComingRelease,
  getReleaseDays,
  listHolds,
  listPayouts,
  refreshAccountOfSeller,
} from '@/lib/payouts';
import { requestPayoutNow, setUpPayouts } from './actions';

const PAGE = 50;
const query = z.object({
  after: z.uuid().nullable().catch(null).default(null),
  /** Back from the provider's pages: what was told there is asked for at once. */
  account: z.literal('back').optional().catch(undefined),
});

export default async function SellerMoneyPage({ params, searchParams }: PageProps<'/[locale]/seller/money'>) {
  const { db, locale, seller } = await requirePage(DESK.handleMoney, '/seller/money', params);
  const { after, account: back } = query.parse(await searchParams);
  const { sellerId } = seller;
  if (back) await refreshAccountOfSeller(db, sellerId);
  const [t, account, balances, coming, days, holds, payouts, commissions, lines] = await Promise.all([
    words('seller'),
    getAccount(db, sellerId),
    getSellerBalances(db, sellerId),
    getComingRelease(db, sellerId),
    getReleaseDays(db, sellerId),
    listHolds(db, sellerId),
    listPayouts(db, sellerId),
    listCommissionInvoices(db, sellerId),
    listStatement(db, sellerId, { limit: PAGE, before: after }),
  ]);
  const ofParts = lines.flatMap(({ sellerOrderId }) => sellerOrderId ?? []);
  const orderNumbers = await getNumbersOfParts(db, [...new Set(ofParts)]);
  return (
    <>
      <PageHead title={t('money.title')} lead={t('money.lead')}>
        <ButtonLink href="/seller/money/tax">{t('tax.title')}</ButtonLink>
      </PageHead>
      <div className="grid gap-8">
        <PayoutAccount
          state={account.state}
          setUp={setUpPayouts}
          words={{
            title: t(`account.${account.state}Title`),
            lead: t(`account.${account.state}`, { count: account.missing.length }),
            action: t('account.action'),
            ready: t('account.ready'),
          }}
        />
        <SellerBalances
          balances={balances}
          coming={coming}
          releaseDays={days}
          locale={locale}
          payOut={requestPayoutNow}
        />
        {holds.length > 0 && (
          <Section title={t('hold.title')}>
            <HoldList holds={holds} locale={locale} />
          </Section>
        )}
        {payouts.length > 0 && (
          <Section title={t('payout.list')}>
            <PayoutTable payouts={payouts} locale={locale} />
          </Section>
        )}
        {commissions.length > 0 && (
          <Section title={t('money.commissions')}>
            <InvoiceLinks invoices={commissions} under="/api/seller/invoices" />
          </Section>
        )}
        {lines.length === 0 ? (
          <EmptyState icon={<ChartNoAxesColumn />} title={t('money.emptyTitle')}>
            {t('money.empty')}
          </EmptyState>
        ) : (
          <Section title={t('money.statement')} id="statement">
            <StatementTable lines={lines} orderNumbers={orderNumbers} locale={locale} />
            <Paging
              path="/seller/money"
              part="statement"
              after={after}
              next={(lines.length === PAGE && lines.at(-1)?.postingId) || null}
            />
          </Section>
        )}
      </div>
    </>
  );
}
