import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm';
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/webhooks';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { WEBHOOK_EVENTS, type WebhookDeliveryView, type WebhookEndpointView } from './model';

/** A seller's endpoints, the oldest first. */
export async function listEndpoints(db: Executor, sellerId: string): Promise<WebhookEndpointView[]> {
  const rows = await db
    .select()
    .from(webhookEndpoints)
    .where(isOf(sellerId))
    .orderBy(asc(webhookEndpoints.createdAt), asc(webhookEndpoints.id));
  return rows.map(toView);
}

/** One of them; null when it does not exist or is another's. */
export async function getEndpoint(
  db: Executor,
  sellerId: string,
  endpointId: string,
): Promise<WebhookEndpointView | null> {
  const [row] = await db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, endpointId), isOf(sellerId)));
  return row ? toView(row) : null;
}

/** What an endpoint of the seller was told, newest first; `next` goes on where the page ended. */
export async function listDeliveries(
  db: Executor,
  { sellerId, endpointId }: { readonly sellerId: string; readonly endpointId: string },
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<{ readonly items: WebhookDeliveryView[]; readonly next: string | null }> {
  const rows = await db
    .select({ delivery: webhookDeliveries })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(
      and(
        eq(webhookDeliveries.endpointId, endpointId),
        isOf(sellerId),
        after ? lt(webhookDeliveries.id, after) : undefined,
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ delivery }) => ({
      deliveryId: publicId('whd', delivery.id),
      event: delivery.event,
      status: delivery.status,
      attempts: delivery.attempts,
      answeredStatus: delivery.answeredStatus,
      problem: delivery.problem,
      createdAt: delivery.createdAt.toISOString(),
      deliveredAt: delivery.deliveredAt?.toISOString() ?? null,
    })),
    next: rows.length > limit ? (shown.at(-1)?.delivery.id ?? null) : null,
  };
}

function isOf(sellerId: string) {
  return and(eq(webhookEndpoints.sellerId, sellerId), isNull(webhookEndpoints.removedAt));
}

function toView(row: typeof webhookEndpoints.$inferSelect): WebhookEndpointView {
  return {
    endpointId: publicId('whe', row.id),
    url: row.url,
    events: WEBHOOK_EVENTS.filter((event) => row.events.includes(event)),
    status: row.status,
    failingSince: row.failingSince?.toISOString() ?? null,
  };
}
