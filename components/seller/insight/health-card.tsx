import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import { formatBasisPoints, formatNumber, type Locale } from '@/lib/i18n';
import type { HealthMeasure, Measured } from '@/lib/insight/model';

/** Where what is measured is put right. */
const PLACES: Readonly<Record<HealthMeasure, string>> = {
  late: '/seller/orders?queue=to_ship',
  cancelled: '/seller/offers',
  returned: '/seller/returns',
  disputed: '/seller/orders',
};

/** One measure of an account: what it is, its limit, and what to do when it is passed. */
export async function HealthCard({ measured, locale }: { measured: Measured; locale: Locale }) {
  const t = await words('insight');
  const { measure, part, whole, share, limit, isGood } = measured;
  const number = (value: number) => formatNumber(value, locale);
  const state = share === null ? 'unknown' : isGood ? 'good' : 'bad';
  return (
    <Card className="grid content-start gap-2 p-4 md:p-5">
      <div className="flex items-start justify-between gap-3">
        <h2 className="text-base font-strong">{t(`health.measures.${measure}`)}</h2>
        <Badge tone={TONES[state]}>{t(`health.${state}`)}</Badge>
      </div>
      <p className="flex flex-wrap items-baseline gap-x-3 tabular-nums">
        {share !== null && (
          <span className="text-xl font-strong">
            {formatBasisPoints(Math.round(share / 10) * 10, locale)}
          </span>
        )}
        <span className="text-sm text-muted">
          {whole > 0 && `${t('health.counts', { part: number(part), whole: number(whole) })} · `}
          {t('health.limit', { limit: formatBasisPoints(limit, locale) })}
        </span>
      </p>
      <p className="text-sm text-muted">{t(`health.meaning.${measure}`)}</p>
      {!isGood && (
        <p className="text-sm">
          {t(`health.advice.${measure}`)}{' '}
          <Link href={PLACES[measure]} className="font-strong underline underline-offset-4">
            {t(`health.do.${measure}`)}
          </Link>
        </p>
      )}
    </Card>
  );
}

const TONES = { good: 'positive', bad: 'warning', unknown: 'neutral' } as const;
