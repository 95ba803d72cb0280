import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { formatDate, type Locale } from '@/lib/i18n';
import { publicId } from '@/lib/kernel/ids';
import { formatMoney } from '@/lib/kernel/money';
import type { StatementLine } from '@/lib/ledger/model';

/** Everything that changed what a seller is owed, and which of the balances it changed. */
export async function StatementTable({
  lines,
  orderNumbers,
  locale,
}: {
  lines: readonly StatementLine[];
  /** By the id of the seller order. */
  orderNumbers: ReadonlyMap<string, string>;
  locale: Locale;
}) {
  const t = await words('seller');
  return (
    <Table
      caption={t('money.statement')}
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
          cell: ({ sellerOrderId }) =>
            sellerOrderId && (
              <Link
                href={`/seller/orders/${publicId('slo', sellerOrderId)}`}
                className="touch underline decoration-line underline-offset-4"
              >
                {orderNumbers.get(sellerOrderId)}
              </Link>
            ),
        },
        { key: 'account', header: t('money.balance'), cell: (line) => t(`balance.${line.account}`) },
        {
          key: 'amount',
          header: t('money.amount'),
          numeric: true,
          cell: ({ amountMinor, currency }) => formatMoney({ amountMinor, currency }, locale),
        },
      ]}
    />
  );
}
