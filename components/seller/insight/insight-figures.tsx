import { words } from '@/components/ui/words';
import { formatBasisPoints, formatMoney, formatNumber, type Locale } from '@/lib/i18n';
import { addUp, shareOf, stockOutCost, type Counts, type Insight } from '@/lib/insight/model';
import { Figure } from './figure';

/** The sums of a period, each beside what it was in the one before. */
export async function InsightFigures({ insight, locale }: { insight: Insight; locale: Locale }) {
  const t = await words('insight');
  const now = addUp(insight.days);
  const before = addUp(insight.daysBefore);
  const number = (value: number) => formatNumber(value, locale);
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: insight.currency }, locale);
  const share = (value: number | null) =>
    value === null ? t('unknown') : formatBasisPoints(Math.round(value / 10) * 10, locale);

  const sums = [
    { name: 'sales', of: ({ salesMinor }: Counts) => salesMinor, format: money },
    { name: 'orders', of: ({ orders }: Counts) => orders, format: number },
    { name: 'units', of: ({ units }: Counts) => units, format: number },
    { name: 'viewed', of: ({ viewed }: Counts) => viewed, format: number },
    { name: 'carted', of: ({ carted }: Counts) => carted, format: number },
    { name: 'stockOut', of: stockOutCost, format: money },
  ] as const;
  const shares = [
    { name: 'conversion', of: ({ units, viewed }: Counts) => shareOf(units, viewed) },
    { name: 'returned', of: ({ returnedUnits, units }: Counts) => shareOf(returnedUnits, units) },
    { name: 'buyBox', of: ({ inBuyBox, viewed }: Counts) => shareOf(inBuyBox, viewed) },
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-5">
      {sums.map(({ name, of, format }) => {
        const change = shareOf(of(now) - of(before), of(before));
        const value = format(of(before));
        return (
          <Figure
            key={name}
            label={t(`figures.${name}`)}
            figure={format(of(now))}
            note={
              change === null
                ? t('before', { value })
                : t('changed', { value, change: `${change > 0 ? '+' : ''}${share(wholePercent(change))}` })
            }
          />
        );
      })}
      {shares.map(({ name, of }) => (
        <Figure
          key={name}
          label={t(`figures.${name}`)}
          figure={share(of(now))}
          note={t('before', { value: share(of(before)) })}
        />
      ))}
    </dl>
  );
}

function wholePercent(basisPoints: number): number {
  return Math.round(basisPoints / 100) * 100;
}
