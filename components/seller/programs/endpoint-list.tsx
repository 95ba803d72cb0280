import { Badge, type Tone } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import type { WebhookEndpointStatus, WebhookEndpointView } from '@/lib/webhooks/model';

const TONES: Readonly<Record<WebhookEndpointStatus, Tone>> = {
  active: 'positive',
  paused: 'neutral',
  failed: 'danger',
};

/** Whether an endpoint is told anything. */
export async function EndpointBadge({ status }: { status: WebhookEndpointStatus }) {
  const t = await words('programs');
  return <Badge tone={TONES[status]}>{t(`webhooks.status.${status}`)}</Badge>;
}

/** Where a shop's programs are told what happens; each leads to what it was told. */
export async function EndpointList({ endpoints }: { endpoints: readonly WebhookEndpointView[] }) {
  const t = await words('programs');
  if (endpoints.length === 0) return <p className="text-muted">{t('webhooks.empty')}</p>;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {endpoints.map(({ endpointId, url, events, status }) => (
        <li key={endpointId}>
          <Link
            href={`/seller/programs/${endpointId}`}
            className="flex min-h-14 items-center justify-between gap-4 px-4 py-3 transition hover:bg-sunken"
          >
            <span className="min-w-0">
              <span className="block font-strong break-all">{url}</span>
              <span className="block text-sm text-muted">
                {events.map((event) => t(`events.${event}`)).join(' · ')}
              </span>
            </span>
            <EndpointBadge status={status} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
