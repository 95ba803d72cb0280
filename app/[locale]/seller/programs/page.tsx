import { EndpointForm } from '@/components/seller/programs/endpoint-forms';
import { EndpointList } from '@/components/seller/programs/endpoint-list';
import { KeyForm } from '@/components/seller/programs/key-form';
import { KeyList } from '@/components/seller/programs/key-list';
import { ButtonLink } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { listApiKeys } from '@/lib/api-keys';
import { API_SCOPES } from '@/lib/api-keys/model';
import { DESK, requirePage } from '@/lib/http';
import { listEndpoints } from '@/lib/webhooks';
import { WEBHOOK_EVENTS } from '@/lib/webhooks/model';
import { addEndpointAction, createKey, revokeKey } from './actions';

export default async function SellerProgramsPage({ params }: PageProps<'/[locale]/seller/programs'>) {
  const { db, seller } = await requirePage(DESK.runShop, '/seller/programs', params);
  const [t, keys, endpoints] = await Promise.all([
    words('programs'),
    listApiKeys(db, seller.sellerId),
    listEndpoints(db, seller.sellerId),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        <ButtonLink href="/developers">{t('documentation')}</ButtonLink>
      </PageHead>
      <Section title={t('keys.title')} className="mb-10">
        <div className="grid gap-4">
          <KeyList keys={keys} revoke={revokeKey} />
          <Card className="p-4">
            <KeyForm
              action={createKey}
              scopes={API_SCOPES.map((scope) => ({ value: scope, label: t(`scopes.${scope}`), hint: scope }))}
              words={{
                name: t('keys.name'),
                nameHint: t('keys.nameHint'),
                scopes: t('keys.scopes'),
                create: t('keys.create'),
                madeTitle: t('keys.madeTitle'),
                made: t('keys.made'),
                key: t('keys.key'),
                copy: t('keys.copy'),
                copied: t('keys.copied'),
                another: t('keys.another'),
              }}
            />
          </Card>
        </div>
      </Section>
      <Section title={t('webhooks.title')}>
        <div className="grid gap-4">
          <EndpointList endpoints={endpoints} />
          <Card className="p-4">
            <EndpointForm
              action={addEndpointAction}
              events={WEBHOOK_EVENTS.map((event) => ({ value: event, label: t(`events.${event}`) }))}
              words={{
                url: t('webhooks.url'),
                urlHint: t('webhooks.urlHint'),
                events: t('webhooks.events'),
                add: t('webhooks.add'),
                made: t('webhooks.made'),
                secret: t('webhooks.secret'),
                copy: t('keys.copy'),
                copied: t('keys.copied'),
                done: t('keys.another'),
              }}
            />
          </Card>
        </div>
      </Section>
    </>
  );
}
