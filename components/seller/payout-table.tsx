import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { formatDate, type Locale } from '@/lib/i18n';
import { formatMoney } from '@/lib/kernel/money';
import type { PayoutView } from '@/lib/payouts/model';
import { PayoutStatusBadge } from './payout-status-badge';

/** A seller's payouts; each leads to what it is made of. */
export async function PayoutTable({ payouts, locale }: { payouts: readonly PayoutView[]; locale: Locale }) {
  const t = await words('seller');
  return (
    <Table
      caption={t('payout.list')}
      rows={payouts}
      rowKey={(payout) => payout.payoutId}
      columns={[
        {
          key: 'when',
          header: t('money.when'),
          cell: (payout) => (
            <Link
              href={`/seller/money/payouts/${payout.payoutId}`}
              className="touch underline decoration-line underline-offset-4"
            >
              {formatDate(payout.requestedAt, locale, 'dateTime')}
            </Link>
          ),
        },
        {
          key: 'status',
          header: t('payout.status'),
          cell: (payout) => <PayoutStatusBadge status={payout.status} />,
        },
        {
          key: 'amount',
          header: t('money.amount'),
          numeric: true,
          cell: (payout) => formatMoney(payout.amount, locale),
        },
      ]}
    />
  );
}
