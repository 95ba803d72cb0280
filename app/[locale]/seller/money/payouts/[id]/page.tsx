import { notFound } from 'next/navigation';
import { PayoutStatusBadge } from '@/components/seller/payout-status-badge';
import { buttonClass } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { AmountList } from '@/components/workspace/amount-list';
import { PageHead } from '@/components/workspace/page-head';
import { DESK, requirePage } from '@/lib/http';
import { formatDate } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import { formatMoney } from '@/lib/kernel/money';
import { getPayoutStatement } from '@/lib/payouts';

export default async function PayoutPage({ params }: PageProps<'/[locale]/seller/money/payouts/[id]'>) {
  const { id } = await params;
  const path = `/seller/money/payouts/${id}`;
  const { db, locale, seller } = await requirePage(DESK.handleMoney, path, params);
  const payoutId = parsePublicId('pyt', id);
  const statement = payoutId && (await getPayoutStatement(db, payoutId, seller.sellerId));
  if (!statement) notFound();
  const t = await words('seller');
  const { payout, lines } = statement;
  const file = `/api/seller/payouts/${payout.payoutId}/statement`;
  return (
    <>
      <PageHead
        title={t('payout.title', { date: formatDate(payout.requestedAt, locale, 'date') })}
        lead={<PayoutStatusBadge status={payout.status} />}
      >
        <a href={`${file}?format=pdf`} download className={buttonClass()}>
          {t('payout.pdf')}
        </a>
        <a href={`${file}?format=csv`} download className={buttonClass()}>
          {t('payout.csv')}
        </a>
      </PageHead>
      <Table
        caption={t('payout.madeOf')}
        rows={lines}
        rowKey={(line) => line.postingId}
        columns={[
          {
            key: 'when',
            header: t('money.when'),
            cell: (line) => formatDate(line.postedAt, locale, 'dateTime'),
          },
          { key: 'what', header: t('money.what'), cell: (line) => t(`money.${line.kind}`) },
          {
            key: 'order',
            header: t('payout.order'),
            cell: (line) =>
              line.sellerOrderId && (
                <Link
                  href={`/seller/orders/${line.sellerOrderId}`}
                  className="touch underline decoration-line underline-offset-4"
                >
                  {line.orderNumber}
                </Link>
              ),
          },
          {
            key: 'entry',
            header: t('payout.entry'),
            cell: (line) => <code className="text-xs break-all text-muted">{line.entryId}</code>,
          },
          {
            key: 'amount',
            header: t('money.amount'),
            numeric: true,
            cell: (line) => formatMoney(line.amount, locale),
          },
        ]}
      />
      <div className="mt-6 ms-auto max-w-form">
        <AmountList
          locale={locale}
          rows={[
            { label: t('payout.total'), amount: payout.amount, strong: true },
            ...(payout.reversed.amountMinor > 0
              ? [{ label: t('payout.reversed'), amount: payout.reversed }]
              : []),
          ]}
        />
      </div>
    </>
  );
}
