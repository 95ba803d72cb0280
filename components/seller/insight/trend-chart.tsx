import { Folded } from '@/components/ui/folded';
import { Card, Section } from '@/components/ui/card';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { formatDate, type Locale } from '@/lib/i18n';

export type TrendPoint = { readonly day: string; readonly value: number; readonly before: number };

type TrendChartProps = {
  title: string;
  points: readonly TrendPoint[];
  /** A value in words: an amount of money, a number. */
  format: (value: number) => string;
  locale: Locale;
};

const HEIGHT = 100;
const SLOT = 10;
const BAR = 7;

/**
 * A value by day as bars, with the period before as a line over them, and all of it as a table beneath. Drawn on the
 * server: colours follow the theme, and no script is sent for it.
 */
export async function TrendChart({ title, points, format, locale }: TrendChartProps) {
  const t = await words('insight');
  const most = Math.max(1, ...points.flatMap(({ value, before }) => [value, before]));
  const heightOf = (value: number) => (HEIGHT * value) / most;
  const sumOf = (which: 'value' | 'before') => points.reduce((sum, point) => sum + point[which], 0);
  const dayOf = ({ day }: TrendPoint) => formatDate(day, locale, 'dayMonth');
  const summary = t('charts.summary', {
    title,
    total: format(sumOf('value')),
    most: format(Math.max(0, ...points.map(({ value }) => value))),
    before: format(sumOf('before')),
  });
  const [first, last] = [points[0], points.at(-1)];
  return (
    <Section title={title}>
      <Card className="mb-3 p-4">
        <p className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
          <Key mark="h-3 border-accent-text bg-accent">{t('charts.now')}</Key>
          <Key mark="border-t-2 border-dashed border-muted">{t('charts.before')}</Key>
          <span className="ms-auto tabular-nums">{format(most)}</span>
        </p>
        <svg
          role="img"
          aria-label={summary}
          viewBox={`0 0 ${points.length * SLOT} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-40 w-full border-b border-edge md:h-52 rtl:-scale-x-100"
        >
          {points.map((point, index) => (
            <g key={point.day}>
              <title>
                {t('charts.point', {
                  day: dayOf(point),
                  value: format(point.value),
                  before: format(point.before),
                })}
              </title>
              <rect
                x={index * SLOT}
                width={SLOT}
                height={HEIGHT}
                className="fill-transparent hover:fill-sunken"
              />
              <rect
                x={index * SLOT + (SLOT - BAR) / 2}
                y={HEIGHT - heightOf(point.value)}
                width={BAR}
                height={heightOf(point.value)}
                vectorEffect="non-scaling-stroke"
                className="pointer-events-none fill-accent stroke-accent-text"
              />
            </g>
          ))}
          <polyline
            points={points
              .map(({ before }, index) => `${index * SLOT + SLOT / 2},${HEIGHT - heightOf(before)}`)
              .join(' ')}
            vectorEffect="non-scaling-stroke"
            strokeDasharray="4 4"
            className="pointer-events-none fill-transparent stroke-muted stroke-2"
          />
        </svg>
        <p className="mt-1 flex justify-between text-xs text-muted">
          {first && <span>{dayOf(first)}</span>}
          {last && <span>{dayOf(last)}</span>}
        </p>
      </Card>
      <Folded title={t('charts.table')}>
        <Table<TrendPoint>
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
      <span aria-hidden className={`w-4 border ${mark}`} />
      {children}
    </span>
  );
}
