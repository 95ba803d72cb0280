import { Section } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Table, type Column } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { formatDate, type Locale } from '@/lib/i18n';
import { publicId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { formatMoney, sumMinor, type Money } from '@/lib/kernel/money';
import type { OrderEntryLine } from '@/lib/ledger/model';
import type { OrderView } from '@/lib/orders/model';
import type { PayoutView } from '@/lib/payouts/model';

type OrderBooksProps = {
  order: OrderView;
  entries: readonly OrderEntryLine[];
  payouts: readonly { sellerId: string; payout: PayoutView; share: Money }[];
  locale: Locale;
};

/** An order as the ledger has it: where its money is, every entry about it, and the payouts it went into. */
export async function OrderBooks({ order, entries, payouts, locale }: OrderBooksProps) {
  const t = await words('admin');
  const shopOf = (sellerId: string | null) => {
    const id = sellerId && publicId('sel', sellerId);
    const part = order.sellerOrders.find((each) => each.sellerId === id);
    return (
      part && (
        <Link href={`/admin/sellers/${part.sellerId}`} className="touch hover:underline">
          {part.sellerName}
        </Link>
      )
    );
  };
  const shop: Column<{ sellerId: string | null }> = {
    key: 'shop',
    header: t('orderBooks.shop'),
    cell: (line) => shopOf(line.sellerId),
  };
  const standing = standingOf(entries);
  const amount: Column<{ amount: Money }> = {
    key: 'amount',
    header: t('money.amount'),
    numeric: true,
    cell: (line) => formatMoney(line.amount, locale),
  };
  return (
    <div className="grid gap-8">
      <p>
        <Link href={`/admin/orders/${order.number}`} className="touch underline underline-offset-4">
          {t('orderBooks.order', { number: order.number })}
        </Link>{' '}
        <span className="text-muted">{t('orderBooks.sides')}</span>
      </p>
      <Section title={t('orderBooks.standing')}>
        <Table
          caption={t('orderBooks.standing')}
          rows={[
            ...standing.map((line) => ({ ...line, name: t(`ledgerAccount.${line.account}`) })),
            { sellerId: null, amount: sumOf(standing), name: t('money.sum') },
          ]}
          rowKey={(line) => `${line.name} ${line.sellerId}`}
          columns={[{ key: 'account', header: t('money.account'), cell: (line) => line.name }, shop, amount]}
        />
      </Section>
      {payouts.length > 0 && (
        <Section title={t('orderBooks.payouts')}>
          <Table
            caption={t('orderBooks.payouts')}
            rows={payouts}
            rowKey={({ payout }) => payout.payoutId}
            columns={[
              {
                key: 'when',
                header: t('orderBooks.when'),
                cell: ({ payout }) => formatDate(payout.requestedAt, locale, 'dateTime'),
              },
              shop,
              {
                key: 'payout',
                header: t('orderBooks.payout'),
                cell: ({ payout }) => formatMoney(payout.amount, locale),
              },
              {
                key: 'share',
                header: t('orderBooks.share'),
                numeric: true,
                cell: ({ share }) => formatMoney(share, locale),
              },
            ]}
          />
        </Section>
      )}
      <Section title={t('orderBooks.entries')}>
        <Table
          caption={t('orderBooks.entries')}
          rows={entries}
          rowKey={(line) => `${line.entryId} ${line.account} ${line.sellerId}`}
          columns={[
            {
              key: 'when',
              header: t('orderBooks.when'),
              cell: (line) => formatDate(line.postedAt, locale, 'dateTime'),
            },
            { key: 'what', header: t('money.what'), cell: (line) => t(`entry.${line.kind}`) },
            {
              key: 'account',
              header: t('money.account'),
              cell: (line) => t(`ledgerAccount.${line.account}`),
            },
            shop,
            amount,
          ]}
        />
      </Section>
    </div>
  );
}

type Standing = Pick<OrderEntryLine, 'account' | 'sellerId' | 'amount'>;

/** Of one currency: an order has one. */
function sumOf(standing: readonly Standing[]): Money {
  const currency = standing[0]?.amount.currency ?? DEFAULT_MARKET.currency;
  return { amountMinor: sumMinor(standing.map(({ amount }) => amount.amountMinor)), currency };
}

/** What is left on each account; what has come and gone is left out. */
function standingOf(entries: readonly OrderEntryLine[]): Standing[] {
  const accounts = new Map<string, Standing>();
  for (const { account, sellerId, amount } of entries) {
    const key = `${account} ${sellerId}`;
    const before = accounts.get(key)?.amount.amountMinor ?? 0;
    const sum = { ...amount, amountMinor: before + amount.amountMinor };
    accounts.set(key, { account, sellerId, amount: sum });
  }
  return [...accounts.values()].filter(({ amount }) => amount.amountMinor !== 0);
}
