import type { ReactNode } from 'react';
import { Section } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Table, type Column } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { formatMoney, formatNumber, type Locale } from '@/lib/i18n';
import { shareOf, stockOutCost, type FoundBy, type ProductInsight } from '@/lib/insight/model';
import { formatMeasure } from './format-measure';

/** Where all rows are to be had as a file. */
type TableProps<Row> = { rows: readonly Row[]; fileHref: string; locale: Locale };

export async function BestProducts({ rows, fileHref, locale }: TableProps<ProductInsight>) {
  const t = await words('insight');
  const buyBox = ({ viewed, inBuyBox, sales: { currency } }: ProductInsight) => {
    const share = shareOf(inBuyBox, viewed);
    return share === null ? t('unknown') : formatMeasure('buyBox', share, { currency, locale });
  };
  return (
    <Ranking title={t('products.title')} empty={t('products.empty')} isEmpty={rows.length === 0}>
      <Table
        caption={t('products.title')}
        rows={rows}
        rowKey={({ productId }) => productId}
        columns={[
          productColumn(t('products.product')),
          counted('units', t('products.units'), locale),
          counted('unitsBefore', t('products.unitsBefore'), locale),
          counted('viewed', t('products.viewed'), locale),
          { key: 'buyBox', header: t('figures.buyBox'), numeric: true, cell: buyBox },
          {
            key: 'sales',
            header: t('products.sales'),
            numeric: true,
            cell: ({ sales }) => formatMoney(sales, locale),
          },
        ]}
      />
      <FileLink href={fileHref}>{t('products.download')}</FileLink>
    </Ranking>
  );
}

/** What was wanted while there was none of it, and what that may have cost. */
export async function MissedProducts({ rows, locale }: Omit<TableProps<ProductInsight>, 'fileHref'>) {
  const t = await words('insight');
  const missedOf = ({ viewed, soldOut, sales: { amountMinor, currency } }: ProductInsight) =>
    formatMoney(
      { amountMinor: stockOutCost({ salesMinor: amountMinor, soldOut, viewed }), currency },
      locale,
    );
  return (
    <Ranking title={t('missed.title')} empty={t('missed.empty')} isEmpty={rows.length === 0}>
      <Table
        caption={t('missed.title')}
        rows={rows}
        rowKey={({ productId }) => productId}
        columns={[
          productColumn(t('products.product')),
          counted('soldOut', t('missed.soldOut'), locale),
          counted('viewed', t('missed.viewed'), locale),
          { key: 'missed', header: t('missed.cost'), numeric: true, cell: missedOf },
        ]}
      />
    </Ranking>
  );
}

export async function BestTerms({ rows, fileHref, locale }: TableProps<FoundBy>) {
  const t = await words('insight');
  return (
    <Ranking title={t('terms.title')} empty={t('terms.empty')} isEmpty={rows.length === 0}>
      <Table
        caption={t('terms.title')}
        rows={rows}
        rowKey={({ term }) => term}
        columns={[
          { key: 'term', header: t('terms.term'), cell: ({ term }) => term },
          counted('shown', t('terms.shown'), locale),
          counted('viewed', t('terms.viewed'), locale),
        ]}
      />
      <FileLink href={fileHref}>{t('terms.download')}</FileLink>
    </Ranking>
  );
}

function Ranking({
  title,
  empty,
  isEmpty,
  children,
}: {
  title: string;
  empty: string;
  isEmpty: boolean;
  children: ReactNode;
}) {
  return <Section title={title}>{isEmpty ? <p className="text-muted">{empty}</p> : children}</Section>;
}

function FileLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} download className="touch mt-3 inline-block text-sm underline underline-offset-4">
      {children}
    </a>
  );
}

function productColumn(header: string): Column<ProductInsight> {
  return {
    key: 'product',
    header,
    cell: ({ slug, title }) => (
      <Link href={`/p/${slug}`} className="underline underline-offset-4">
        {title}
      </Link>
    ),
  };
}

function counted<Name extends string>(
  key: Name,
  header: string,
  locale: Locale,
): Column<Readonly<Record<Name, number>>> {
  return { key, header, numeric: true, cell: (row) => formatNumber(row[key], locale) };
}
