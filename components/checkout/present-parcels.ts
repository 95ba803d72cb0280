import { currentLocale, words } from '@/components/ui/words';
import type { CheckoutView } from '@/lib/checkout/model';
import { countryName, formatDate, formatMoney } from '@/lib/i18n';
import type { ParcelChoices } from './delivery-choices';

/** Every parcel with the ways it can come, what each costs and when it arrives, in words. */
export async function presentParcels(quote: CheckoutView, country: string): Promise<ParcelChoices[]> {
  const locale = await currentLocale();
  const t = await words('checkout');
  const count = quote.parcels.length;
  const place = countryName(country, locale);
  return quote.parcels.map(({ sellerId, sellerName: seller, choices, chosen }, index) => ({
    sellerId,
    chosen,
    legend: t('delivery.parcel', { count, index: index + 1, seller }),
    none: t('delivery.none', { seller, country: place }),
    choices: choices.map(({ code, price, from, to }) => ({
      code,
      label: t('delivery.option', { code }),
      arrives: t('delivery.arrives', {
        from: formatDate(from, locale, 'weekday'),
        to: formatDate(to, locale, 'weekday'),
      }),
      price: price.amountMinor === 0 ? t('delivery.free') : formatMoney(price, locale),
    })),
  }));
}
