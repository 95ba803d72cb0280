import { Section } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import type { CreditLine } from '@/lib/credit/model';
import { formatDate, type Locale } from '@/lib/i18n';
import { formatMoney } from '@/lib/kernel/money';

type CreditHistoryProps = {
  lines: readonly CreditLine[];
  /** Order numbers by id. */
  numbers: ReadonlyMap<string, string>;
  locale: Locale;
};

/** Every change of somebody's store credit, and the order it was about. */
export async function CreditHistory({ lines, numbers, locale }: CreditHistoryProps) {
  const t = await words('account');
  return (
    <Section title={t('credit.history')}>
      <Table
        caption={t('credit.history')}
        rows={lines}
        rowKey={(line) => line.postingId}
        columns={[
          {
            key: 'when',
            header: t('credit.when'),
            cell: (line) => formatDate(line.postedAt, locale, 'dateTime'),
          },
          {
            key: 'what',
            header: t('credit.what'),
            cell: ({ kind, orderId }) => {
              const number = orderId && numbers.get(orderId);
              return (
                <>
                  {t(`credit.kind.${kind}`)}
                  {number && (
                    <Link
                      href={`/orders/${number}`}
                      className="touch block underline decoration-line underline-offset-4"
                    >
                      {t('credit.order', { number })}
                    </Link>
                  )}
                </>
              );
            },
          },
          {
            key: 'amount',
            header: t('credit.amount'),
            numeric: true,
            cell: ({ amount }) => formatMoney(amount, locale),
          },
        ]}
      />
    </Section>
  );
}
