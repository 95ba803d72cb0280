import type { Metadata } from 'next';
import { OperationCard } from '@/components/developers/operation-card';
import { Example } from '@/components/developers/example';
import { buttonClass } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { currentLocale, words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { localePath } from '@/lib/i18n';
import { env } from '@/lib/platform/env';
import { documentedOperations } from './operations';

export const dynamic = 'error';

const RULES = ['money', 'pages', 'once', 'errors', 'foreign', 'rate'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([words('developers'), currentLocale()]);
  return {
    title: t('title'),
    description: t('meta'),
    alternates: { canonical: localePath(locale, '/developers') },
  };
}

export default async function DevelopersPage() {
  const t = await words('developers');
  return (
    <div className="page py-6 md:py-10">
      <PageHead title={t('title')} lead={t('lead')}>
        <a href="/openapi.json" className={buttonClass()}>
          {t('start.download')}
        </a>
      </PageHead>
      <div className="grid gap-10">
        <Section title={t('start.title')} className="max-w-text">
          <div className="grid gap-3">
            <p>{t('start.key')}</p>
            <Example>{`curl ${env().APP_URL}/api/v1/orders?queue=to_accept \\\n  -H "Authorization: Bearer souk_key_…"`}</Example>
            <p>{t('start.document')}</p>
          </div>
        </Section>
        <Section title={t('rules.title')} className="max-w-text">
          <ul className="grid list-disc gap-2 ps-5">
            {RULES.map((rule) => (
              <li key={rule}>{t(`rules.${rule}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t('operationsTitle')}>
          <div className="grid gap-4">
            {documentedOperations().map((operation) => (
              <OperationCard
                key={operation.id}
                operation={operation}
                words={{
                  needs: t('needs', { scope: operation.scope }),
                  takes: t('takes'),
                  gives: t('gives'),
                  nothing: t('nothing'),
                }}
              />
            ))}
          </div>
        </Section>
      </div>
    </div>
  );
}
