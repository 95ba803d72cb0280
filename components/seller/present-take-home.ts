import type { AmountRow } from '@/components/workspace/amount-list';
import type { TakeHome } from '@/lib/commissions/model';
import { formatBasisPoints, translator, type Locale } from '@/lib/i18n';
import type { Money } from '@/lib/kernel/money';

/** What a seller keeps of one piece, line by line in words. */
export type TakeHomeView = { readonly rows: readonly AmountRow[]; readonly loses: boolean };

export function presentTakeHome(takeHome: TakeHome, locale: Locale): TakeHomeView {
  const t = translator(locale, 'listing');
  const { kind, name } = takeHome.commissionRule;
  const commission = t('takeHome.commission', {
    rate: formatBasisPoints(takeHome.commissionBasisPoints, locale),
    rule: kind === 'rule' ? name : t(`takeHome.rule.${kind}`),
  });
  const tax = t('takeHome.tax', { rate: formatBasisPoints(takeHome.taxBasisPoints, locale) });
  return {
    rows: [
      { label: t('takeHome.price'), amount: takeHome.price },
      { label: t('takeHome.delivery'), amount: takeHome.delivery },
      { label: commission, amount: less(takeHome.commission) },
      { label: t('takeHome.providerFee'), amount: less(takeHome.providerFee) },
      { label: t('takeHome.paidOut'), amount: takeHome.paidOut, strong: true },
      { label: tax, amount: less(takeHome.tax) },
      { label: t('takeHome.postage'), amount: less(takeHome.postage) },
      { label: t('takeHome.keeps'), amount: takeHome.keeps, strong: true },
    ],
    loses: takeHome.keeps.amountMinor < 0,
  };
}

/** Zero is not written with a minus. */
function less({ amountMinor, currency }: Money): Money {
  return { amountMinor: amountMinor === 0 ? 0 : -amountMinor, currency };
}
