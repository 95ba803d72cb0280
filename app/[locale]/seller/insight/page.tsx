import { BestProducts, BestTerms, MissedProducts } from '@/components/seller/insight/best-tables';
import { CountingRules } from '@/components/seller/insight/counting-rules';
import { InsightFigures } from '@/components/seller/insight/insight-figures';
import { PeriodChoice } from '@/components/seller/insight/period-choice';
import { TrendChart } from '@/components/seller/insight/trend-chart';
import { ButtonLink } from '@/components/ui/button';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { DESK, requirePage } from '@/lib/http';
import { formatDate, formatList } from '@/lib/i18n';
import { getInsight, PERIOD_LENGTHS, periodBefore, periodOf } from '@/lib/insight';
import { insightQuery } from '@/lib/insight/input';

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
  const days = length === null ? `from=${period.from}&until=${period.until}` : `days=${length}`;
  const file = `/api/seller/insight?from=${period.from}&until=${period.until}`;
  const day = (text: string) => formatDate(text, locale, length === null ? 'date' : 'dayMonth');
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
        <ButtonLink href={file} download>
          {t('download')}
        </ButtonLink>
      </PageHead>
      <div className="grid gap-8">
        <PeriodChoice
          {...period}
          lengths={PERIOD_LENGTHS}
          length={length}
          chart={asked.chart}
          today={clock().toISOString().slice(0, 10)}
        />
        <InsightFigures
          counted={insight}
          chosen={asked.chart}
          addressOf={(chart) => `/seller/insight?${days}&chart=${chart}`}
          locale={locale}
        />
        {otherCurrencies.length > 0 && (
          <p className="text-sm text-muted">
            {t('otherCurrencies', { currency, others: formatList(otherCurrencies, locale) })}
          </p>
        )}
        <TrendChart measure={asked.chart} counted={insight} locale={locale} />
        <BestProducts rows={insight.soldBest} fileHref={`${file}&of=products`} locale={locale} />
        <MissedProducts rows={insight.missed} locale={locale} />
        <BestTerms rows={insight.terms} fileHref={`${file}&of=terms`} locale={locale} />
        <div className="grid gap-3">
          <CountingRules />
          <p className="text-sm text-muted">{t('lead')}</p>
        </div>
      </div>
    </>
  );
}
