import { classNames } from '@/components/ui/class-names';
import { Price } from '@/components/ui/price';
import type { CheckoutPromotion } from '@/lib/checkout/model';
import { formatMoney, type Money } from '@/lib/kernel/money';
import type { TaxMode } from '@/lib/pricing/model';

export type AmountRow = {
  readonly label: string;
  /** Null shows `instead`. */
  readonly money: Money | null;
  /** Words in place of the amount: `Free`. */
  readonly instead?: string;
  readonly tone?: 'positive' | 'muted';
};

/** How a total comes about, amount by amount. */
export function AmountRows({ rows, locale }: { rows: readonly AmountRow[]; locale: string }) {
  return (
    <dl className="grid gap-2">
      {rows.map(({ label, money, instead, tone }, index) => (
        <div
          // Two sellers may give a promotion the same name.
          key={`${index} ${label}`}
          className={classNames(
            'flex justify-between gap-4',
            tone === 'positive' && 'text-positive',
            tone === 'muted' && 'text-sm text-muted',
          )}
        >
          <dt>{label}</dt>
          <dd className="text-end tabular-nums">{instead ?? (money && formatMoney(money, locale))}</dd>
        </div>
      ))}
    </dl>
  );
}

type GrandTotalProps = {
  total: Money;
  /** Contained in the total; said when there is any. Null where tax is a row of its own. */
  includedTax: Money | null;
  locale: string;
  labels: { total: string; tax: string };
};

/** What all the rows come to, under a line. */
export function GrandTotal({ total, includedTax, locale, labels }: GrandTotalProps) {
  return (
    <div className="grid gap-1 border-t border-line pt-4">
      <div className="flex items-baseline justify-between gap-4">
        <span className="font-strong">{labels.total}</span>
        <Price money={total} locale={locale} size="medium" />
      </div>
      {includedTax && includedTax.amountMinor > 0 && (
        <AmountRows rows={[{ label: labels.tax, money: includedTax, tone: 'muted' }]} locale={locale} />
      )}
    </div>
  );
}

/** Tax that is added to the prices, as a row among what makes the total; none where prices contain it. */
export function addedTaxRows(
  { taxMode, tax }: { readonly taxMode: TaxMode; readonly tax: Money | null },
  words: { label: string; unknown: string },
): AmountRow[] {
  if (taxMode === 'inclusive') return [];
  return [{ label: words.label, money: tax, instead: tax === null ? words.unknown : undefined }];
}

/** The tax to be named under the total: only where prices contain it. */
export function includedTaxOf({
  taxMode,
  tax,
}: {
  readonly taxMode: TaxMode;
  readonly tax: Money | null;
}): Money | null {
  return taxMode === 'inclusive' ? tax : null;
}

/** What promotions take off the goods, one by one: by their codes, or by the names their makers gave them. */
export function discountRows(
  promotions: readonly CheckoutPromotion[],
  labelOf: (code: string) => string,
): AmountRow[] {
  return promotions
    .filter(({ discount }) => discount.amountMinor > 0)
    .map(({ name, code, discount }) => ({
      label: code === null ? name : labelOf(code),
      money: negative(discount),
      tone: 'positive',
    }));
}

/** Less of something: shown with a minus. */
export function negative({ amountMinor, currency }: Money): Money {
  return { amountMinor: -amountMinor, currency };
}
