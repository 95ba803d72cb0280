import { currentLocale, words } from '@/components/ui/words';
import type { Currency } from '@/lib/kernel/money';
import type { CartFormAction } from './cart-actions';
import { LineButton } from './line-button';

type CurrencyChoiceProps = {
  currencies: readonly Currency[];
  current: Currency;
  action: CartFormAction;
};

/** In which of the currencies everything in the basket is sold it is to be paid; nothing where there is one. */
export async function CurrencyChoice({ currencies, current, action }: CurrencyChoiceProps) {
  if (currencies.length < 2) return null;
  const names = new Intl.DisplayNames(await currentLocale(), { type: 'currency' });
  const t = await words('cart');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <span className="text-muted">{t('currency.label')}</span>
      {currencies.map((currency) =>
        currency === current ? (
          <span key={currency} aria-current="true" className="font-strong">
            {currency}
          </span>
        ) : (
          <LineButton
            key={currency}
            action={action}
            values={{ currency }}
            label={t('currency.choose', { name: names.of(currency) ?? currency })}
          >
            {currency}
          </LineButton>
        ),
      )}
    </div>
  );
}
