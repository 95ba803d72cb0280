import { BestProducts, BestTerms } from '@/components/seller/insight/best-tables';
import { CountingRules } from '@/components/seller/insight/counting-rules';
import { InsightFigures } from '@/components/seller/insight/insight-figures';
import { PeriodChoice } from '@/components/seller/insight/period-choice';
import { TrendChart, type TrendPoint } from '@/components/seller/insight/trend-chart';
import { ButtonLink } from '@/components/ui/button';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { DESK, requirePage } from '@/lib/http';
import { formatDate, formatList, formatMoney, formatNumber } from '@/lib/i18n';
import { getInsight, PERIOD_LENGTHS, periodBefore, periodOf } from '@/lib/insight';
import { insightQuery } from '@/lib/insight/input';
import type { CountedDay, Insight } from '@/lib/insight/model';

export default async function SellerInsightPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/insight'>) {
  const { db, locale, clock, seller } = await requirePage(DESK.seeInsight, '/seller/insight', params);
  const asked = insightQuery.parse(await searchParams);
  const period = periodOf(asked, clock());
  const before = periodBefore(period);
  const [t, insight] = await Promise.all([
    words('insight'),
    getInsight(db, seller.sellerId, { period, locale }),
  ]);
  const { currency, otherCurrencies } = insight;
  const isChosen = asked.from !== undefined;
  const length = isChosen ? null : insight.days.length;
  const day = (text: string) => formatDate(text, locale);
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('range', {
          from: day(period.from),
          until: day(period.until),
          beforeFrom: day(before.from),
          beforeUntil: day(before.until),
        })}
      >
        <ButtonLink href="/seller/insight/health">{t('health.link')}</ButtonLink>
        <ButtonLink href={`/api/seller/insight?from=${period.from}&until=${period.until}`} download>
          {t('download')}
        </ButtonLink>
      </PageHead>
      <div className="grid gap-8">
        <PeriodChoice
          {...period}
          lengths={PERIOD_LENGTHS}
          length={length}
          today={clock().toISOString().slice(0, 10)}
        />
        <InsightFigures insight={insight} locale={locale} />
        {otherCurrencies.length > 0 && (
          <p className="text-sm text-muted">
            {t('otherCurrencies', { currency, others: formatList(otherCurrencies, locale) })}
          </p>
        )}
        <div className="grid gap-8 lg:grid-cols-2">
          <TrendChart
            title={t('charts.sales')}
            points={pointsOf(insight, ({ salesMinor }) => salesMinor)}
            format={(amountMinor) => formatMoney({ amountMinor, currency }, locale)}
            locale={locale}
          />
          <TrendChart
            title={t('charts.viewed')}
            points={pointsOf(insight, ({ viewed }) => viewed)}
            format={(value) => formatNumber(value, locale)}
            locale={locale}
          />
        </div>
        <BestProducts rows={insight.products} locale={locale} />
        <BestTerms rows={insight.terms} locale={locale} />
        <div className="grid gap-3">
          <CountingRules />
          <p className="text-sm text-muted">{t('lead')}</p>
        </div>
      </div>
    </>
  );
}

function pointsOf({ days, daysBefore }: Insight, value: (day: CountedDay) => number): TrendPoint[] {
  return days.map((day, index) => ({
    day: day.day,
    value: value(day),
    before: value(daysBefore[index]!),
  }));
}
