import { countryName, formatDate, translator, type Locale } from '@/lib/i18n';
import { sumMinor } from '@/lib/kernel/money';
import type { PartToPack } from '@/lib/orders/model';
import type { PdfDocument } from '@/lib/platform/pdf';

/**
 * The paper that lies in a parcel: what of the part is still to be sent, and where to. Without prices, since what was
 * bought may be a present.
 */
export function packingSlip(
  { orderNumber, placedAt, address, lines }: PartToPack,
  { shop, locale, now }: { readonly shop: string; readonly locale: Locale; readonly now: Date },
): PdfDocument {
  const t = translator(locale, 'packing');
  const pieces = sumMinor(lines.map(({ quantity }) => quantity));
  return {
    title: t('slip.title'),
    language: locale,
    createdAt: now,
    foot: t('slip.foot', { shop, number: orderNumber }),
    pageLabel: (page, pages) => t('slip.page', { page, pages }),
    blocks: [
      {
        kind: 'columns',
        columns: [
          {
            title: t('slip.to'),
            lines: [
              address.recipient,
              address.line1,
              address.line2,
              `${address.postalCode} ${address.city}`,
              address.region,
              countryName(address.country, locale),
            ].filter((line) => line.trim() !== ''),
          },
          {
            title: t('slip.from', { shop }),
            lines: [
              t('slip.order', { number: orderNumber }),
              t('slip.placed', { date: formatDate(placedAt, locale, 'date') }),
            ],
          },
        ],
      },
      {
        kind: 'table',
        columns: [
          { header: t('slip.quantity'), share: 1, numeric: true },
          { header: t('slip.item'), share: 6 },
          { header: t('slip.sku'), share: 2 },
        ],
        rows: lines.map(({ quantity, title, variantLabel, sellerSku }) => [
          String(quantity),
          [title, variantLabel].filter(Boolean).join('\n'),
          sellerSku,
        ]),
        totals: [[String(pieces), t('slip.pieces', { count: pieces }), '']],
      },
      { kind: 'text', text: t('slip.rest') },
    ],
  };
}
