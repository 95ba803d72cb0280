import {
  addedTaxRows,
  AmountRows,
  GrandTotal,
  includedTaxOf,
  discountRows,
  negative,
  type AmountRow,
} from '@/components/cart/amount-rows';
import { Photo } from '@/components/media/photo';
import { Link } from '@/components/ui/link';
import { currentLocale, words } from '@/components/ui/words';
import type { CartLine } from '@/lib/carts/model';
import type { CheckoutView } from '@/lib/checkout/model';
import { formatMoney } from '@/lib/i18n';

/** What is bought and how the total comes about, to the cent. */
export async function OrderReview({ quote }: { quote: CheckoutView }) {
  const t = await words('checkout');
  return (
    <div className="grid gap-5">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-lg">{t('review.title')}</h2>
        <Link href="/cart" className="touch text-sm underline underline-offset-4">
          {t('review.edit')}
        </Link>
      </div>
      <ul className="grid gap-4">
        {quote.parcels
          .flatMap(({ lines }) => lines)
          .map((line) => (
            <ReviewLine key={line.lineId} line={line} />
          ))}
      </ul>
    </div>
  );
}

async function ReviewLine({ line }: { line: CartLine }) {
  const locale = await currentLocale();
  const t = await words('checkout');
  const cart = await words('cart');
  const { change, unitPrice, total, quantity } = line;
  return (
    <li className="grid grid-cols-[3.5rem_1fr_auto] gap-3">
      <Photo picture={line.image} sizes="56px" decorative className="size-14 rounded-md" />
      <div className="min-w-0 text-sm">
        <p className="line-clamp-2">{line.title}</p>
        <p className="text-muted">
          {[
            line.variantLabel,
            unitPrice && t('review.line', { quantity, price: formatMoney(unitPrice, locale) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {change?.kind === 'price' && (
          <p className="text-warning">
            {cart('line.wasDearer', { before: formatMoney(change.before, locale) })}
          </p>
        )}
        {change?.kind === 'short' && (
          <p className="text-danger">{cart('line.short', { available: change.available })}</p>
        )}
        {change?.kind === 'unpriced' && (
          <p className="text-danger">{cart('line.unpriced', { currency: change.currency })}</p>
        )}
        {change?.kind === 'gone' && <p className="text-danger">{cart('line.gone')}</p>}
      </div>
      <p className="text-sm font-strong tabular-nums">{total && formatMoney(total, locale)}</p>
    </li>
  );
}

/** Goods, discount, each parcel's delivery, tax that is added, the total and the tax in it. */
export async function ReviewTotals({ quote }: { quote: CheckoutView }) {
  const locale = await currentLocale();
  const t = await words('checkout');
  const { promotions, parcels } = quote;
  const rows: AmountRow[] = [
    { label: t('review.goods'), money: quote.goods },
    ...discountRows(promotions, (code) => t('review.discount', { code })),
    ...parcels.map(({ sellerName: seller, shipping }) => ({
      label: parcels.length > 1 ? t('review.parcelShipping', { seller }) : t('review.shipping'),
      money: shipping,
      instead: shipping.amountMinor === 0 ? t('review.free') : undefined,
    })),
    ...addedTaxRows(quote, { label: t('review.taxAdded'), unknown: t('review.taxUnknown') }),
  ];
  return (
    <div className="grid gap-4">
      <AmountRows rows={rows} locale={locale} />
      <GrandTotal
        total={quote.total}
        includedTax={includedTaxOf(quote)}
        locale={locale}
        labels={{ total: t('review.total'), tax: t('review.tax') }}
      />
      {quote.credit.amountMinor > 0 && (
        <AmountRows
          rows={[
            { label: t('review.credit'), money: negative(quote.credit), tone: 'positive' },
            { label: t('review.toPay'), money: quote.toPay },
          ]}
          locale={locale}
        />
      )}
    </div>
  );
}
