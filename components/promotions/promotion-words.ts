import { formatBasisPoints, formatList, formatMoney, type Translator } from '@/lib/i18n';
import type { Currency } from '@/lib/kernel/money';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { PlainReduction, PromotionTerms, PromotionView } from '@/lib/promotions/model';

/** What a promotion does, in a few words: `Buy 2, get 1 free, from €40.00`. */
export function whatItDoes(
  {
    reduction,
    currency,
    minSubtotalMinor,
  }: Pick<PromotionTerms, 'reduction' | 'currency' | 'minSubtotalMinor'>,
  t: Translator<'promotions'>,
  locale: string,
): string {
  const what = reductionWords(reduction, currency ?? DEFAULT_MARKET.currency, t, locale);
  if (minSubtotalMinor === 0 || currency === null) return what;
  return t('what.from', { what, amount: formatMoney({ amountMinor: minSubtotalMinor, currency }, locale) });
}

function reductionWords(
  reduction: PromotionTerms['reduction'],
  currency: Currency,
  t: Translator<'promotions'>,
  locale: string,
): string {
  const plain = (part: PlainReduction) =>
    part.kind === 'percent'
      ? formatBasisPoints(part.basisPoints, locale)
      : formatMoney({ amountMinor: part.amountMinor, currency }, locale);
  switch (reduction.kind) {
    case 'free_delivery':
      return t('what.delivery');
    case 'bundle':
      return t('what.set', { what: plain(reduction.off) });
    case 'buy_get': {
      const { buyQuantity: buy, getQuantity: get, basisPoints } = reduction;
      if (basisPoints === 10_000) return t('what.freePieces', { buy, get });
      return t('what.cheaperPieces', { buy, get, what: formatBasisPoints(basisPoints, locale) });
    }
    default:
      return t('what.off', { what: plain(reduction) });
  }
}

/** What it has taken off, in each currency; null when nothing. */
export function givenWords({ given }: Pick<PromotionView, 'given'>, locale: string): string | null {
  if (given.length === 0) return null;
  return formatList(
    given.map((money) => formatMoney(money, locale)),
    locale,
  );
}
