import { Badge } from '@/components/ui/badge';
import { words } from '@/components/ui/words';
import type { FormAction } from '@/components/workspace/action-form';
import type { CommissionRuleView } from '@/lib/commissions/model';
import { formatDate, formatNumber, type Locale } from '@/lib/i18n';
import { formatMoney } from '@/lib/kernel/money';
import { DecisionForm } from './decision-form';

const TONES = { coming: 'warning', valid: 'positive', ended: 'neutral' } as const;

type CommissionRulesProps = {
  rules: readonly CommissionRuleView[];
  locale: Locale;
  end: FormAction<unknown>;
};

/** The rules in the order in which they are asked, what each is about, and the way to end it. */
export async function CommissionRules({ rules, locale, end }: CommissionRulesProps) {
  const t = await words('admin');
  const aboutOf = (rule: CommissionRuleView) =>
    [
      rule.sellerName,
      rule.categorySlug,
      rule.productSlug,
      rule.priceFrom && t('commission.from', { price: formatMoney(rule.priceFrom, locale) }),
      rule.priceBelow && t('commission.below', { price: formatMoney(rule.priceBelow, locale) }),
    ]
      .filter(Boolean)
      .join(' · ') || t('commission.everything');
  return (
    <ul className="grid gap-3">
      {rules.map((rule) => (
        <li key={rule.ruleId} className="grid gap-2 rounded-lg border border-line bg-raised p-4">
          <p className="flex flex-wrap items-center justify-between gap-x-4">
            <span className="font-strong">
              {rule.precedence}. {rule.name}: {formatNumber(rule.basisPoints / 100, locale)} %
            </span>
            <Badge tone={TONES[rule.state]}>{t(`commission.${rule.state}`)}</Badge>
          </p>
          <p>{aboutOf(rule)}</p>
          <p className="text-sm text-muted">
            {formatDate(rule.validFrom, locale, 'date')} –{' '}
            {rule.validUntil ? formatDate(rule.validUntil, locale, 'date') : t('commission.open')}
          </p>
          {rule.state !== 'ended' && (
            <details>
              <summary className="touch cursor-pointer text-danger">{t('commission.end')}</summary>
              <DecisionForm
                subject={{ ruleId: rule.ruleId }}
                action={end}
                decisions={[{ name: 'end', label: t('commission.end'), isGrave: true }]}
                words={{
                  reason: t('decide.reason'),
                  reasonHint: t('commission.endHint'),
                  done: t('decide.done'),
                }}
              />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
