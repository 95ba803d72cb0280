import { classNames } from '@/components/ui/class-names';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/i18n';
import { formatMoney } from '@/lib/kernel/money';
import type { Comparison, TrialBalanceRow } from '@/lib/proof/model';

/** The books against the provider: what each says moved there, and what lies there at the end. */
export async function ComparisonTable({ rows, locale }: { rows: readonly Comparison[]; locale: Locale }) {
  const t = await words('admin');
  return (
    <Table
      caption={t('money.against')}
      rows={rows}
      rowKey={(row) => `${row.currency} ${row.what}`}
      columns={[
        { key: 'currency', header: t('money.currency'), cell: (row) => row.currency },
        { key: 'what', header: t('money.what'), cell: (row) => t(`compared.${row.what}`) },
        {
          key: 'booked',
          header: t('money.booked'),
          numeric: true,
          cell: ({ bookedMinor, currency }) => formatMoney({ amountMinor: bookedMinor, currency }, locale),
        },
        {
          key: 'moved',
          header: t('money.moved'),
          numeric: true,
          cell: ({ movedMinor, currency }) => formatMoney({ amountMinor: movedMinor, currency }, locale),
        },
        {
          key: 'difference',
          header: t('money.difference'),
          numeric: true,
          cell: ({ movedMinor, bookedMinor, currency }) => (
            <span className={classNames(movedMinor !== bookedMinor && 'font-strong text-danger')}>
              {formatMoney({ amountMinor: movedMinor - bookedMinor, currency }, locale)}
            </span>
          ),
        },
      ]}
    />
  );
}

/** All accounts by kind; the last line of a currency is its sum, which is nothing. */
export async function TrialBalanceTable({
  rows,
  locale,
}: {
  rows: readonly TrialBalanceRow[];
  locale: Locale;
}) {
  const t = await words('admin');
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  const lines = currencies.flatMap((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const sum = own.reduce((total, { amountMinor }) => total + amountMinor, 0);
    return [
      ...own.map((row) => ({ ...row, name: t(`ledgerAccount.${row.kind}`) })),
      { currency, amountMinor: sum, name: t('money.sum') },
    ];
  });
  return (
    <Table
      caption={t('money.trialBalance')}
      rows={lines}
      rowKey={(line) => `${line.currency} ${line.name}`}
      columns={[
        { key: 'currency', header: t('money.currency'), cell: (line) => line.currency },
        { key: 'account', header: t('money.account'), cell: (line) => line.name },
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
