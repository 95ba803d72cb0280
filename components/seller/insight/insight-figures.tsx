import { words } from '@/components/ui/words';
import { FigureCard } from '@/components/workspace/figure-card';
import { formatBasisPoints, type Locale } from '@/lib/i18n';
import {
  addUp,
  MEASURE_NAMES,
  MEASURES,
  shareOf,
  type CountedPeriod,
  type Measure,
} from '@/lib/insight/model';
import { formatMeasure } from './format-measure';

type InsightFiguresProps = {
  counted: CountedPeriod;
  /** The one that is drawn. */
  chosen: Measure;
  addressOf: (measure: Measure) => string;
  locale: Locale;
};

/** The sums of a period, each beside what it was in the one before; choosing one draws it by day. */
export async function InsightFigures({ counted, chosen, addressOf, locale }: InsightFiguresProps) {
  const t = await words('insight');
  const now = addUp(counted.days);
  const before = addUp(counted.daysBefore);
  const { currency } = counted;
  return (
    <nav aria-label={t('figures.label')} className="grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-5">
      {MEASURE_NAMES.map((measure) => {
        const { unit, of } = MEASURES[measure];
        const [value, valueBefore] = [of(now), of(before)];
        const format = (some: number | null) =>
          some === null ? t('unknown') : formatMeasure(measure, some, { currency, locale });
        const change = unit === 'share' ? null : changeOf(value, valueBefore, locale);
        return (
          <FigureCard
            key={measure}
            href={`${addressOf(measure)}#chart`}
            isCurrent={measure === chosen}
            label={t(`figures.${measure}`)}
            figure={format(value)}
            note={
              valueBefore === null
                ? t('noneBefore')
                : change === null
                  ? t('before', { value: format(valueBefore) })
                  : t('changed', { value: format(valueBefore), change })
            }
          />
        );
      })}
    </nav>
  );
}

/** `+12%`; null when there was nothing before. */
function changeOf(now: number | null, before: number | null, locale: Locale): string | null {
  const change = shareOf((now ?? 0) - (before ?? 0), before ?? 0);
  if (change === null) return null;
  return `${change > 0 ? '+' : ''}${formatBasisPoints(Math.round(change / 100) * 100, locale)}`;
}
