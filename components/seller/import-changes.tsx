import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/i18n';
import { formatMoney, type Money } from '@/lib/kernel/money';
import type { ImportChange } from '@/lib/offers/model';

/** What a file changes, row by row: what is, and what will be. */
export async function ImportChanges({
  changes,
  locale,
}: {
  changes: readonly ImportChange[];
  locale: Locale;
}) {
  const t = await words('bulk');
  const price = (money: Money | null) => (money ? formatMoney(money, locale) : t('noPrice'));
  const selling = (isSelling: boolean) => t(isSelling ? 'sold' : 'paused');
  return (
    <Table
      caption={t('changes')}
      rows={changes}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'row', header: t('row'), cell: ({ number }) => number },
        {
          key: 'offer',
          header: t('offer'),
          cell: ({ title, sku, isNew }) => (
            <>
              {isNew && <Badge tone="accent">{t('new')}</Badge>} {title}
              {sku && <span className="block text-sm text-muted">{sku}</span>}
            </>
          ),
        },
        {
          key: 'price',
          header: t('price'),
          numeric: true,
          cell: (row) => <Change before={price(row.price.before)} after={price(row.price.after)} />,
        },
        {
          key: 'onHand',
          header: t('onHand'),
          numeric: true,
          cell: (row) => <Change before={String(row.onHand.before)} after={String(row.onHand.after)} />,
        },
        {
          key: 'selling',
          header: t('selling'),
          cell: (row) => <Change before={selling(row.selling.before)} after={selling(row.selling.after)} />,
        },
      ]}
    />
  );
}

function Change({ before, after }: { before: string; after: string }) {
  if (before === after) return <span className="text-muted">{before}</span>;
  return (
    <>
      <del className="text-muted">{before}</del> <ins className="font-strong no-underline">{after}</ins>
    </>
  );
}
