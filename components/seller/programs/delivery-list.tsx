import { OneButtonForm } from '@/components/auth/one-button-form';
import { Badge, type Tone } from '@/components/ui/badge';
import { currentLocale, words } from '@/components/ui/words';
import type { FormAction } from '@/components/workspace/action-form';
import { formatDate } from '@/lib/i18n';
import type { WebhookDeliveryView } from '@/lib/webhooks/model';

const TONES: Readonly<Record<WebhookDeliveryView['status'], Tone>> = {
  waiting: 'warning',
  delivered: 'positive',
  failed: 'danger',
};

/** What an endpoint was told, and what came of it; each message can be sent again. */
export async function DeliveryList({
  deliveries,
  resend,
}: {
  deliveries: readonly WebhookDeliveryView[];
  resend: FormAction<null>;
}) {
  const [t, locale] = await Promise.all([words('programs'), currentLocale()]);
  if (deliveries.length === 0) return <p className="text-muted">{t('webhooks.noDeliveries')}</p>;
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-raised">
      {deliveries.map(({ deliveryId, event, status, attempts, problem, createdAt }) => (
        <li key={deliveryId} className="grid gap-2 p-4 md:grid-cols-[1fr_auto] md:items-center">
          <div className="min-w-0 text-sm">
            <p className="flex flex-wrap items-center gap-2">
              <code className="font-mono">{event}</code>
              <Badge tone={TONES[status]}>{t(`webhooks.delivery.${status}`)}</Badge>
            </p>
            <p className="text-muted">
              {formatDate(createdAt, locale, 'dateTime')} · {t('webhooks.attempts', { count: attempts })}
            </p>
            {problem && <p className="break-words text-danger">{problem}</p>}
          </div>
          <OneButtonForm
            action={resend}
            values={{ deliveryId }}
            size="small"
            variant="secondary"
            aria-label={t('webhooks.resendEvent', { event })}
          >
            {t('webhooks.resend')}
          </OneButtonForm>
        </li>
      ))}
    </ol>
  );
}
