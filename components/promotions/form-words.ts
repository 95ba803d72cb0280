import type { Translator } from '@/lib/i18n';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { LimitWords } from './limit-fields';
import type { PromotionFormWords } from './promotion-form';

const { currency } = DEFAULT_MARKET;

/** The words of the fields that limit a promotion. */
export function limitWords(t: Translator<'promotions'>): LimitWords {
  return {
    ends: t('form.ends'),
    daysHint: t('form.daysHint'),
    maxRedemptions: t('form.maxRedemptions'),
    maxPerCustomer: t('form.maxPerCustomer'),
    budget: t('form.budget', { currency }),
    budgetHint: t('form.budgetHint'),
    optional: t('form.optional'),
  };
}

/** All words of the form of a new promotion. */
export function promotionFormWords(
  t: Translator<'promotions'>,
  stepper: { readonly less: string; readonly more: string },
): PromotionFormWords {
  return {
    ...limitWords(t),
    name: t('form.name'),
    nameHint: t('form.nameHint'),
    code: t('form.code'),
    codeHint: t('form.codeHint'),
    percent: t('form.percent'),
    amount: t('form.amount', { currency }),
    buy: t('form.buy'),
    get: t('form.get'),
    getPercent: t('form.getPercent'),
    getPercentHint: t('form.getPercentHint'),
    off: t('form.off'),
    offPercent: t('form.offPercent'),
    offFixed: t('form.offFixed'),
    minSubtotal: t('form.minSubtotal', { currency }),
    starts: t('form.starts'),
    limits: t('form.limits'),
    combines: t('form.combines'),
    combinesHint: t('form.combinesHint'),
    create: t('form.create'),
    createHint: t('form.createHint'),
    goods: {
      ...stepper,
      legend: t('goods.legend'),
      all: t('goods.all'),
      chosen: t('goods.chosen'),
      find: t('goods.find'),
      findHint: t('goods.findHint'),
      search: t('goods.search'),
      nothing: t('goods.nothing'),
      add: t('goods.add'),
      remove: t('goods.remove'),
      // Filled in in the browser, where the offers are chosen.
      pieces: t('goods.pieces', { title: '{title}' }),
      none: t('goods.none'),
    },
  };
}
