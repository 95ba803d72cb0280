import {
  addedTaxRows,
  AmountRows,
  GrandTotal,
  includedTaxOf,
  negative,
  type AmountRow,
} from '@/components/cart/amount-rows';
import { Card } from '@/components/ui/card';
import { currentLocale, words } from '@/components/ui/words';
import { countryName } from '@/lib/i18n';
import { sumMinor } from '@/lib/kernel/money';
import type { OrderView } from '@/lib/orders/model';
import type { PaymentView } from '@/lib/payments/model';

/** What it cost, how it was paid, where it goes. */
export async function OrderReceipt({ order, payment }: { order: OrderView; payment: PaymentView | null }) {
  const locale = await currentLocale();
  const t = await words('orders');
  const { address, discount, shipping, total } = order;
  const refunded = sumMinor(
    (payment?.refunds ?? [])
      .filter(({ status }) => status === 'succeeded')
      .map(({ amount }) => amount.amountMinor),
  );
  const rows: AmountRow[] = [
    { label: t('receipt.goods'), money: order.goods },
    ...(discount.amountMinor > 0
      ? [{ label: t('receipt.discount'), money: negative(discount), tone: 'positive' as const }]
      : []),
    {
      label: t('receipt.shipping'),
      money: shipping,
      instead: shipping.amountMinor === 0 ? t('receipt.free') : undefined,
    },
    ...addedTaxRows(order, { label: t('receipt.taxAdded'), unknown: '' }),
  ];
  const lines = [
    address.recipient,
    address.line1,
    address.line2,
    `${address.postalCode} ${address.city}`,
    address.region,
    countryName(address.country, locale),
    address.phone,
  ];
  return (
    <Card className="grid gap-6 p-5 md:p-6">
      <section className="grid gap-4">
        <h2 className="text-lg">{t('receipt.title')}</h2>
        <AmountRows rows={rows} locale={locale} />
        <GrandTotal
          total={order.total}
          includedTax={includedTaxOf(order)}
          locale={locale}
          labels={{ total: t('receipt.total'), tax: t('receipt.tax') }}
        />
        {order.credit.amountMinor > 0 && (
          <AmountRows rows={[{ label: t('receipt.credit'), money: order.credit }]} locale={locale} />
        )}
        {refunded > 0 && (
          <AmountRows
            rows={[
              {
                label: t('receipt.refunded'),
                money: negative({ amountMinor: refunded, currency: total.currency }),
              },
            ]}
            locale={locale}
          />
        )}
      </section>
      {payment?.method && (
        <section>
          <h3 className="text-sm text-muted">{t('receipt.paidWith')}</h3>
          <p className="tabular-nums">{payment.method === 'paypal' ? t('receipt.paypal') : payment.method}</p>
        </section>
      )}
      <section>
        <h3 className="text-sm text-muted">{t('receipt.address')}</h3>
        <address className="not-italic">
          {lines
            .filter((line) => line.trim() !== '')
            .map((line) => (
              <span key={line} className="block wrap-anywhere">
                {line}
              </span>
            ))}
        </address>
      </section>
      <section>
        <h3 className="text-sm text-muted">{t('receipt.contact')}</h3>
        <p className="wrap-anywhere">{order.email}</p>
      </section>
    </Card>
  );
}
