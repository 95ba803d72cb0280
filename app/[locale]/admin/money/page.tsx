import { FailedRefunds } from '@/components/admin/failed-refunds';
import { FindingList } from '@/components/admin/finding-list';
import { ComparisonTable, TrialBalanceTable } from '@/components/admin/money-tables';
import { ProveNow } from '@/components/admin/prove-now';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { ShieldCheck } from '@/components/ui/icons';
import { EmptyState, FormStatus } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { requirePage } from '@/lib/http';
import { formatDate } from '@/lib/i18n';
import { listFailedRefunds } from '@/lib/payments';
import { getLatestProof } from '@/lib/proof';
import { proveNow, sendRefundAgain } from './actions';

export default async function AdminMoneyPage({ params }: PageProps<'/[locale]/admin/money'>) {
  const { db, locale, clock } = await requirePage({ staff: ['admin'] }, '/admin/money', params);
  const [t, proof, failedRefunds] = await Promise.all([
    words('admin'),
    getLatestProof(db),
    listFailedRefunds(db),
  ]);
  const lead = proof
    ? t('money.proved', { date: formatDate(proof.provedAt, locale, 'dateTime') })
    : t('money.lead');
  return (
    <>
      <PageHead title={t('money.title')} lead={lead}>
        <ButtonLink href={`/api/admin/platform-report?year=${clock().getUTCFullYear()}`} download>
          {t('money.platformReport')}
        </ButtonLink>
        <ButtonLink href="/admin/money/order">{t('money.ofOrder')}</ButtonLink>
        <ButtonLink href="/admin/gift-cards">{t('giftCards.title')}</ButtonLink>
        <ButtonLink href="/admin/commission">{t('commission.title')}</ButtonLink>
        <ProveNow action={proveNow} words={{ action: t('money.prove'), done: t('money.provedNow') }} />
      </PageHead>
      {failedRefunds.length > 0 && (
        <Section title={t('failedRefunds.title')} className="mb-8">
          <FailedRefunds refunds={failedRefunds} retry={sendRefundAgain} />
        </Section>
      )}
      {proof === null ? (
        <EmptyState icon={<ShieldCheck />} title={t('money.emptyTitle')}>
          {t('money.empty')}
        </EmptyState>
      ) : (
        <div className="grid gap-8">
          <FormStatus kind={proof.broken === 0 ? 'success' : 'error'}>
            {t('money.summary', { broken: proof.broken, count: proof.findings.length })}
          </FormStatus>
          <Section title={t('money.differences')}>
            <FindingList findings={proof.findings} />
          </Section>
          <Section title={t('money.against')}>
            <ComparisonTable rows={proof.comparison} locale={locale} />
          </Section>
          <Section title={t('money.trialBalance')}>
            <TrialBalanceTable rows={proof.trialBalance} locale={locale} />
          </Section>
        </div>
      )}
    </>
  );
}
