import { Card } from '@/components/ui/card';
import { currentLocale, words } from '@/components/ui/words';
import { AmountList } from '@/components/workspace/amount-list';
import { formatDate } from '@/lib/i18n';
import { sumMinor, type Money } from '@/lib/kernel/money';
import type { SellerOrderView } from '@/lib/orders/model';
import type { RefundView } from '@/lib/payments/model';

type PartRefundsProps = { part: SellerOrderView; refunds: readonly RefundView[] };

/** What went back of a seller's part, and what is left of it for the seller. */
export async function PartRefunds({ part, refunds }: PartRefundsProps) {
  const [t, locale] = await Promise.all([words('seller'), currentLocale()]);
  const money = (amountMinor: number): Money => ({ amountMinor, currency: part.total.currency });
  const total = (of: (refund: RefundView) => Money) =>
    sumMinor(refunds.map((refund) => of(refund).amountMinor));
  return (
    <Card className="grid gap-3 p-4">
      <h2 className="text-lg">{t('refunds.title')}</h2>
      <ul className="grid gap-2 text-sm">
        {refunds.map((refund) => (
          <li key={refund.refundId}>
            {t('refunds.on', {
              date: formatDate(refund.requestedAt, locale, 'dayMonth'),
              pieces: refund.lines.reduce((sum, { quantity }) => sum + quantity, 0),
              status: t(`refunds.status.${refund.status}`),
            })}
          </li>
        ))}
      </ul>
      <AmountList
        locale={locale}
        rows={[
          { label: t('refunds.buyer'), amount: money(-total(({ amount }) => amount)) },
          { label: t('refunds.commission'), amount: money(total(({ commission }) => commission)) },
          {
            label: t('refunds.keep'),
            amount: money(part.keeps.amountMinor - total(({ fromSeller }) => fromSeller)),
            strong: true,
          },
        ]}
      />
    </Card>
  );
}
