import { Section } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { formatMoney, formatNumber, type Locale } from '@/lib/i18n';
import type { FoundBy, SoldProduct } from '@/lib/insight/model';

export async function BestProducts({ rows, locale }: { rows: readonly SoldProduct[]; locale: Locale }) {
  const t = await words('insight');
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Section title={t('products.title')}>
      {rows.length === 0 && <p className="text-muted">{t('products.empty')}</p>}
      {rows.length > 0 && (
        <Table<SoldProduct>
          caption={t('products.title')}
          rows={rows}
          rowKey={({ productId }) => productId}
          columns={[
            {
              key: 'product',
              header: t('products.product'),
              cell: ({ slug, title }) => (
                <Link href={`/p/${slug}`} className="underline underline-offset-4">
                  {title}
                </Link>
              ),
            },
            { key: 'units', header: t('products.units'), numeric: true, cell: ({ units }) => number(units) },
            {
              key: 'before',
              header: t('products.unitsBefore'),
              numeric: true,
              cell: ({ unitsBefore }) => number(unitsBefore),
            },
            {
              key: 'viewed',
              header: t('products.viewed'),
              numeric: true,
              cell: ({ viewed }) => number(viewed),
            },
            {
              key: 'sales',
              header: t('products.sales'),
              numeric: true,
              cell: ({ sales }) => formatMoney(sales, locale),
            },
          ]}
        />
      )}
    </Section>
  );
}

export async function BestTerms({ rows, locale }: { rows: readonly FoundBy[]; locale: Locale }) {
  const t = await words('insight');
  return (
    <Section title={t('terms.title')}>
      {rows.length === 0 && <p className="text-muted">{t('terms.empty')}</p>}
      {rows.length > 0 && (
        <Table<FoundBy>
          caption={t('terms.title')}
          rows={rows}
          rowKey={({ term }) => term}
          columns={[
            { key: 'term', header: t('terms.term'), cell: ({ term }) => term },
            {
              key: 'shown',
              header: t('terms.shown'),
              numeric: true,
              cell: ({ shown }) => formatNumber(shown, locale),
            },
            {
              key: 'viewed',
              header: t('terms.viewed'),
              numeric: true,
              cell: ({ viewed }) => formatNumber(viewed, locale),
            },
          ]}
        />
      )}
    </Section>
  );
}
