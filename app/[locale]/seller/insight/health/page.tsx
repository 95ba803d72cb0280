import { HealthCard } from '@/components/seller/insight/health-card';
import { ButtonLink } from '@/components/ui/button';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { DESK, requirePage } from '@/lib/http';
import { getHealth, HEALTH_DAYS } from '@/lib/insight';

export default async function SellerHealthPage({ params }: PageProps<'/[locale]/seller/insight/health'>) {
  const { db, locale, clock, seller } = await requirePage(DESK.seeInsight, '/seller/insight/health', params);
  const [t, measures] = await Promise.all([words('insight'), getHealth(db, seller.sellerId, clock())]);
  const isQuiet = measures.every(({ share }) => share === null);
  return (
    <>
      <PageHead title={t('health.title')} lead={t('health.lead', { days: HEALTH_DAYS })}>
        <ButtonLink href="/seller/insight">{t('health.back')}</ButtonLink>
      </PageHead>
      {isQuiet && <p className="mb-4">{t('health.quiet')}</p>}
      <div className="grid gap-3 md:grid-cols-2">
        {measures.map((measured) => (
          <HealthCard key={measured.measure} measured={measured} locale={locale} />
        ))}
      </div>
    </>
  );
}
