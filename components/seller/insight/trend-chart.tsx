import { Card, Section } from '@/components/ui/card';
import { Folded } from '@/components/ui/folded';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { formatDate, type Locale } from '@/lib/i18n';
import { addUp, MEASURES, type CountedPeriod, type Measure } from '@/lib/insight/model';
import { formatMeasure } from './format-measure';
import { ticksUpTo } from './ticks';
import { TrendPlot } from './trend-plot';

type TrendChartProps = { measure: Measure; counted: CountedPeriod; locale: Locale };

type Point = { readonly day: string; readonly value: number | null; readonly before: number | null };

/** What is measured by day beside the period before, drawn to be pointed at and written as a table beneath. */
export async function TrendChart({ measure, counted, locale }: TrendChartProps) {
  const t = await words('insight');
  const { days, daysBefore, currency } = counted;
  const { of } = MEASURES[measure];
  const points = days.map((day, index): Point => ({
    day: day.day,
    value: of(day),
    before: of(daysBefore[index]!),
  }));
  const format = (value: number | null) =>
    value === null ? t('unknown') : formatMeasure(measure, value, { currency, locale });
  const dayOf = ({ day }: Point) => formatDate(day, locale, 'dayMonth');
  const title = t('charts.title', { measure: t(`figures.${measure}`) });
  const most = Math.max(...points.flatMap(({ value, before }) => [value ?? 0, before ?? 0]));
  if (most === 0) {
    return (
      <Section title={title} id="chart">
        <p className="text-muted">{t('charts.empty')}</p>
      </Section>
    );
  }
  return (
    <Section title={title} id="chart">
      <Card className="mb-3 p-4">
        <p className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
          <Key mark="h-3 border border-accent-text bg-accent">{t('charts.now')}</Key>
          <Key mark="border-t-2 border-dashed border-muted">{t('charts.before')}</Key>
        </p>
        <TrendPlot
          label={t('charts.summary', {
            title,
            total: format(of(addUp(days))),
            before: format(of(addUp(daysBefore))),
          })}
          lead={t('charts.lead')}
          plotted={{
            values: points.map(({ value }) => value),
            before: points.map(({ before }) => before),
            days: points.map(dayOf),
            readings: points.map((point) =>
              t('charts.point', {
                day: dayOf(point),
                value: format(point.value),
                before: format(point.before),
              }),
            ),
            ticks: ticksUpTo(most).map((at) => ({ at, label: format(at) })),
          }}
        />
      </Card>
      <Folded title={t('charts.table')}>
        <Table<Point>
          caption={title}
          rows={points}
          rowKey={({ day }) => day}
          columns={[
            { key: 'day', header: t('charts.day'), cell: dayOf },
            { key: 'now', header: t('charts.now'), numeric: true, cell: ({ value }) => format(value) },
            {
              key: 'before',
              header: t('charts.before'),
              numeric: true,
              cell: ({ before }) => format(before),
            },
          ]}
        />
      </Folded>
    </Section>
  );
}

function Key({ mark, children }: { mark: string; children: string }) {
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className={`w-5 ${mark}`} />
      {children}
    </span>
  );
}
