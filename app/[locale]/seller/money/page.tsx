import { ChartNoAxesColumn } from '@/components/ui/icons';
import { z } from 'zod';
import { ButtonLink } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/state';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { requirePage } from '@/lib/http';
import { formatDate, formatMoney } from '@/lib/i18n';
import { publicId } from '@/lib/kernel/ids';
import { getSellerBalances, listStatement } from '@/lib/ledger';

const PAGE = 50;
const query = z.object({ before: z.uuid().nullable().catch(null).default(null) });

export default async function SellerMoneyPage({ params, searchParams }: PageProps<'/[locale]/seller/money'>) {
  const { db, locale, seller } = await requirePage({ seller: ['owner', 'finance'] }, '/seller/money', params);
  const { before } = query.parse(await searchParams);
  const [t, balances, lines] = await Promise.all([
    words('seller'),
    getSellerBalances(db, seller.sellerId),
    listStatement(db, seller.sellerId, { limit: PAGE, before }),
  ]);
  const amount = (amountMinor: number, currency: (typeof balances)[number]['currency']) =>
    formatMoney({ amountMinor, currency }, locale);
  return (
    <>
      <PageHead title={t('money.title')} lead={t('money.lead')} />
      {balances.map(({ currency, pendingMinor, availableMinor, reservedMinor }) => (
        <div key={currency} className="mb-8 grid gap-3 md:grid-cols-3">
          <Balance
            label={t('money.pending')}
            note={t('money.pendingNote')}
            amount={amount(pendingMinor, currency)}
          />
          <Balance label={t('money.available')} amount={amount(availableMinor, currency)} />
          <Balance label={t('money.reserved')} amount={amount(reservedMinor, currency)} />
        </div>
      ))}
      {lines.length === 0 ? (
        <EmptyState icon={<ChartNoAxesColumn />} title={t('money.emptyTitle')}>
          {t('money.empty')}
        </EmptyState>
      ) : (
        <Section title={t('money.statement')}>
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
              {
                key: 'what',
                header: t('money.what'),
                cell: (line) =>
                  line.sellerOrderId ? (
                    <Link
                      href={`/seller/orders/${publicId('slo', line.sellerOrderId)}`}
                      className="touch underline decoration-line underline-offset-4"
                    >
                      {t(`money.${line.kind}`)}
                    </Link>
                  ) : (
                    t(`money.${line.kind}`)
                  ),
              },
              {
                key: 'amount',
                header: t('money.amount'),
                numeric: true,
                cell: (line) => amount(line.amountMinor, line.currency),
              },
            ]}
          />
          {lines.length === PAGE && (
            <div className="mt-6 grid">
              <ButtonLink
                href={`/seller/money?before=${lines.at(-1)?.postingId}`}
                className="justify-self-center"
              >
                {t('next')}
              </ButtonLink>
            </div>
          )}
        </Section>
      )}
    </>
  );
}

function Balance({ label, amount, note }: { label: string; amount: string; note?: string }) {
  return (
    <Card className="grid content-start gap-1 p-4">
      <p className="text-sm text-muted">{label}</p>
      <p className="text-xl font-strong tabular-nums">{amount}</p>
      {note && <p className="text-sm text-muted">{note}</p>}
    </Card>
  );
}
