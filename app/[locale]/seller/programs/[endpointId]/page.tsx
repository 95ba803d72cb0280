import { notFound } from 'next/navigation';
import { z } from 'zod';
import { OneButtonForm } from '@/components/auth/one-button-form';
import { DeliveryList } from '@/components/seller/programs/delivery-list';
import { EndpointBadge } from '@/components/seller/programs/endpoint-list';
import { EndpointChangeForm, RotateSecretForm } from '@/components/seller/programs/endpoint-forms';
import { Card, Section } from '@/components/ui/card';
import { Folded } from '@/components/ui/folded';
import { FormStatus } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { Paging } from '@/components/workspace/paging';
import { DESK, requirePage } from '@/lib/http';
import { formatDate } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import { getEndpoint, listDeliveries } from '@/lib/webhooks';
import { WEBHOOK_EVENTS } from '@/lib/webhooks/model';
import {
  changeEndpointAction,
  removeEndpointAction,
  resendDeliveryAction,
  rotateSecretAction,
} from '../actions';

const DELIVERIES_A_PAGE = 30;

const query = z.object({ after: z.uuid().nullable().catch(null).default(null) });

export default async function SellerEndpointPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/programs/[endpointId]'>) {
  const { endpointId: id } = await params;
  const { db, locale, seller } = await requirePage(DESK.runShop, `/seller/programs/${id}`, params);
  const endpointId = parsePublicId('whe', id);
  const endpoint = endpointId && (await getEndpoint(db, seller.sellerId, endpointId));
  if (!endpoint) notFound();
  const { after } = query.parse(await searchParams);
  const own = { sellerId: seller.sellerId, endpointId };
  const [t, log] = await Promise.all([
    words('programs'),
    listDeliveries(db, own, { limit: DELIVERIES_A_PAGE, after }),
  ]);
  return (
    <>
      <PageHead title={t('webhooks.one')} lead={<span className="break-all">{endpoint.url}</span>}>
        <EndpointBadge status={endpoint.status} />
      </PageHead>
      <div className="grid gap-10">
        {endpoint.status === 'failed' && <FormStatus kind="error">{t('webhooks.failed')}</FormStatus>}
        {endpoint.status === 'active' && endpoint.failingSince && (
          <FormStatus kind="warning">
            {t('webhooks.failing', { date: formatDate(endpoint.failingSince, locale, 'dateTime') })}
          </FormStatus>
        )}
        <Section title={t('webhooks.log')}>
          <DeliveryList deliveries={log.items} resend={resendDeliveryAction} />
          <Paging path={`/seller/programs/${id}`} after={after} next={log.next} />
        </Section>
        <Section title={t('webhooks.settings')}>
          <Card className="p-4">
            <EndpointChangeForm
              key={endpoint.status}
              endpoint={endpoint}
              events={WEBHOOK_EVENTS.map((event) => ({ value: event, label: t(`events.${event}`) }))}
              action={changeEndpointAction}
              words={{
                events: t('webhooks.events'),
                active: t('webhooks.active'),
                save: t('webhooks.save'),
                saved: t('webhooks.saved'),
              }}
            />
          </Card>
        </Section>
        <Folded title={t('webhooks.rotate')}>
          <p className="text-sm text-muted">{t('webhooks.rotateLead')}</p>
          <RotateSecretForm
            endpointId={id}
            action={rotateSecretAction}
            words={{
              rotate: t('webhooks.rotateButton'),
              secret: t('webhooks.secret'),
              made: t('webhooks.rotated'),
              copy: t('keys.copy'),
              copied: t('keys.copied'),
            }}
          />
        </Folded>
        <Folded title={t('webhooks.remove')} isDanger>
          <p className="text-sm text-muted">{t('webhooks.removeLead')}</p>
          <OneButtonForm action={removeEndpointAction} values={{ endpointId: id }} variant="danger">
            {t('webhooks.remove')}
          </OneButtonForm>
        </Folded>
      </div>
    </>
  );
}
