import { words } from '@/components/ui/words';
import { formatDate, type Locale } from '@/lib/i18n';
import { formatMoney } from '@/lib/kernel/money';
import type { HoldView } from '@/lib/payouts/model';

/** What is kept back, by which rule, why, and until when. */
export async function HoldList({ holds, locale }: { holds: readonly HoldView[]; locale: Locale }) {
  const t = await words('seller');
  return (
    <ul className="grid gap-3">
      {holds.map((hold) => (
        <li key={hold.holdId} className="rounded-lg border border-line bg-warning-soft p-4">
          <p className="flex flex-wrap justify-between gap-x-4 font-strong">
            <span>{t(`hold.rule.${hold.rule}`)}</span>
            <span className="tabular-nums">
              {hold.amount ? formatMoney(hold.amount, locale) : t('hold.everything')}
            </span>
          </p>
          <p className="mt-1">{hold.reason}</p>
          <p className="mt-1 text-sm text-muted">
            {hold.releaseAt
              ? t('hold.until', { date: formatDate(hold.releaseAt, locale, 'dateTime') })
              : t('hold.untilDecided')}
          </p>
        </li>
      ))}
    </ul>
  );
}
