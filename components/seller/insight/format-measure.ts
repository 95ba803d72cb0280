import { formatBasisPoints, formatMoneyRoughly, formatNumber } from '@/lib/i18n/format';
import { MEASURES, type Measure } from '@/lib/insight/model';
import type { Currency } from '@/lib/kernel/money';

/** A measured value in words; shares with one decimal, large amounts without minor units. */
export function formatMeasure(
  measure: Measure,
  value: number,
  { currency, locale }: { readonly currency: Currency; readonly locale: string },
): string {
  switch (MEASURES[measure].unit) {
    case 'money':
      return formatMoneyRoughly({ amountMinor: value, currency }, locale);
    case 'share':
      return formatBasisPoints(Math.round(value / 10) * 10, locale);
    case 'number':
      return formatNumber(value, locale);
  }
}
