import type { Metadata } from 'next';
import { OperationCard } from '@/components/developers/operation-card';
import { Example } from '@/components/developers/example';
import { buttonClass } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { currentLocale, words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { localePath } from '@/lib/i18n';
import { env } from '@/lib/platform/env';
import { WEBHOOK_EVENTS } from '@/lib/webhooks/model';
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
        <Webhooks />
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

const MESSAGE = `POST /your/address
souk-signature: t=1764000000,v1=5f8a…

{
  "id": "whd_01kb…",
  "type": "order.placed",
  "createdAt": "2025-11-24T16:00:00.000Z",
  "data": { "orderId": "slo_01kb…" }
}`;

/** What a program does with the header and the exact body, in Node. */
const CHECK = `const [time, ...signatures] = request.headers["souk-signature"].split(",");
const expected = createHmac("sha256", secret).update(time.slice(2) + "." + body).digest("hex");
const isOurs = signatures.some((given) =>
  given.length === 67 && timingSafeEqual(Buffer.from(given), Buffer.from("v1=" + expected)));`;

async function Webhooks() {
  const [t, programs] = await Promise.all([words('developers'), words('programs')]);
  return (
    <Section title={t('webhooks.title')} className="max-w-text">
      <div className="grid gap-3">
        <p>{t('webhooks.lead')}</p>
        <p>{t('webhooks.message')}</p>
        <Example>{MESSAGE}</Example>
        <p>{t('webhooks.answer')}</p>
        <p>{t('webhooks.twice')}</p>
        <p>{t('webhooks.signature')}</p>
        <Example>{CHECK}</Example>
        <h3 className="mt-3 text-base">{t('webhooks.events')}</h3>
        <dl className="grid gap-x-6 gap-y-1 text-sm md:grid-cols-[auto_1fr]">
          {WEBHOOK_EVENTS.map((event) => (
            <div key={event} className="contents">
              <dt className="font-mono">{event}</dt>
              <dd className="text-muted max-md:ps-4">{programs(`events.${event}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Section>
  );
}
