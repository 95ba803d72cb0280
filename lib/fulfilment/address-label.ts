import { countryName, translator, type Locale } from '@/lib/i18n';
import type { PartToPack } from '@/lib/orders/model';
import type { PdfLabel } from '@/lib/platform/pdf';
import type { Sender } from './model';

/**
 * What to stick on a parcel of a part: from whom, to whom, and which order it is. Its carrier's own label, if there is
 * one, goes beside it.
 */
export function addressLabel(
  { orderNumber, address }: Pick<PartToPack, 'orderNumber' | 'address'>,
  sender: Sender,
  locale: Locale,
): PdfLabel {
  const t = translator(locale, 'packing');
  return {
    from: written([
      sender.name,
      sender.line1,
      sender.line2,
      `${sender.postalCode} ${sender.city}`,
      sender.country && countryName(sender.country, locale),
    ]),
    to: written([
      address.recipient,
      address.line1,
      address.line2,
      `${address.postalCode} ${address.city}`,
      address.region,
      countryName(address.country, locale).toUpperCase(),
    ]),
    reference: t('slip.order', { number: orderNumber }),
  };
}

function written(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter(Boolean);
}
