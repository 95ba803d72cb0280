import { CommissionForm } from '@/components/admin/commission-form';
import { CommissionRules } from '@/components/admin/commission-rules';
import { Card } from '@/components/ui/card';
import { Tag } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { listCommissionRules } from '@/lib/commissions';
import { requirePage } from '@/lib/http';
import { addRule, endRule } from './actions';

export default async function AdminCommissionPage({ params }: PageProps<'/[locale]/admin/commission'>) {
  const { db, locale, clock } = await requirePage({ staff: ['admin'] }, '/admin/commission', params);
  const [t, rules] = await Promise.all([words('admin'), listCommissionRules(db, clock())]);
  return (
    <>
      <PageHead title={t('commission.title')} lead={t('commission.lead')} />
      <div className="grid items-start gap-8 md:grid-cols-[1fr_24rem]">
        {rules.length === 0 ? (
          <EmptyState icon={<Tag />} title={t('commission.emptyTitle')}>
            {t('commission.empty')}
          </EmptyState>
        ) : (
          <CommissionRules rules={rules} locale={locale} end={endRule} />
        )}
        <Card className="p-4">
          <h2 className="mb-3 text-lg">{t('commission.new')}</h2>
          <CommissionForm
            action={addRule}
            words={{
              name: t('commission.name'),
              precedence: t('commission.precedence'),
              percent: t('commission.percent'),
              seller: t('commission.seller'),
              category: t('commission.category'),
              product: t('commission.product'),
              priceFrom: t('commission.priceFrom'),
              priceBelow: t('commission.priceBelow'),
              validFrom: t('commission.validFrom'),
              validUntil: t('commission.validUntil'),
              all: t('commission.all'),
              reason: t('decide.reason'),
              add: t('commission.add'),
              done: t('decide.done'),
            }}
          />
        </Card>
      </div>
    </>
  );
}
