import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Price } from '@/components/ui/price';
import { FormStatus } from '@/components/ui/state';
import { currentLocale, words } from '@/components/ui/words';
import type { CheckoutView } from '@/lib/checkout/model';
import { countryName } from '@/lib/i18n';
import { addedTaxRows, AmountRows, discountRows, GrandTotal, includedTaxOf } from './amount-rows';
import type { CartFormAction } from './cart-actions';
import { PromotionForm } from './promotion-form';
import { promotionNotice } from './promotion-notice';

type CartSummaryProps = {
  quote: CheckoutView;
  blocked: boolean;
  /** ISO 3166-1 alpha-2: where delivery is reckoned to. */
  country: string;
  /** In which currency, where there is a choice. */
  currency: ReactNode;
  applyPromotion: CartFormAction;
  removePromotion: CartFormAction;
};

/** What it comes to, and on. On phones the way on stays at the thumb. */
export async function CartSummary({
  quote,
  blocked,
  country,
  currency,
  applyPromotion,
  removePromotion,
}: CartSummaryProps) {
  const locale = await currentLocale();
  const t = await words('cart');
  const place = countryName(country, locale);
  const deliverable = quote.blockedBy !== 'delivery_unavailable';
  return (
    <>
      <Card className="grid gap-5 p-5 md:sticky md:top-[calc(var(--top-bar)+1.5rem)] md:p-6">
        <h2 className="text-lg">{t('summary.title')}</h2>
        <PromotionForm
          code={quote.code?.code ?? null}
          notice={await promotionNotice(quote.code)}
          apply={applyPromotion}
          remove={removePromotion}
          words={{
            add: t('promotion.add'),
            label: t('promotion.label'),
            apply: t('promotion.apply'),
            remove: t('promotion.remove'),
          }}
        />
        {currency}
        <AmountRows
          locale={locale}
          rows={[
            { label: t('summary.goods'), money: quote.goods },
            ...discountRows(quote.promotions, (code) => t('summary.discountBy', { code })),
            {
              label: t('summary.delivery', { country: place }),
              money: quote.shipping,
              instead: deliverable
                ? quote.shipping.amountMinor === 0
                  ? t('summary.free')
                  : undefined
                : t('summary.deliveryLater'),
            },
            ...addedTaxRows(quote, { label: t('summary.taxAdded'), unknown: t('summary.taxAtCheckout') }),
          ]}
        />
        <GrandTotal
          total={quote.total}
          includedTax={includedTaxOf(quote)}
          locale={locale}
          labels={{ total: t('summary.total'), tax: t('summary.tax') }}
        />
        {blocked ? (
          <FormStatus kind="warning">{t('summary.blocked')}</FormStatus>
        ) : (
          <ButtonLink href="/checkout" variant="primary" size="large" wide className="max-md:hidden">
            {t('summary.checkout')}
          </ButtonLink>
        )}
        <p className="text-sm text-muted">{t('summary.promise')}</p>
      </Card>
      {!blocked && (
        <div className="fixed inset-x-0 bottom-(--tab-bar) z-20 flex items-center justify-between gap-4 border-t border-line bg-raised px-4 py-2.5 md:hidden">
          <div>
            <p className="text-xs text-muted">{t('summary.total')}</p>
            <Price money={quote.total} locale={locale} />
          </div>
          <ButtonLink href="/checkout" variant="primary" size="medium">
            {t('summary.checkout')}
          </ButtonLink>
        </div>
      )}
    </>
  );
}
