import { and, eq, isNull, sql } from 'drizzle-orm';
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/webhooks';
import { recordAudit } from '@/lib/audit';
import { publicId } from '@/lib/kernel/ids';
import { askOutside, type MayReach } from '@/lib/platform/ask-outside';
import type { Database } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { isPublicAddress } from '@/lib/platform/public-address';
import { enqueueDeliveries } from './announce';
import { webhookEndpointFailed } from './events';
import { signWebhook, WEBHOOK_SIGNATURE_HEADER } from './signature';

const TIMEOUT_MS = 10_000;

/** How long after each failed attempt the next one comes; after the last the message is given up. */
export const RETRY_SECONDS = [60, 300, 1800, 7200, 21_600, 43_200, 86_400] as const;

/** An endpoint at which nothing came through for so long is told nothing more. */
const GIVE_UP_AFTER_MS = 3 * 24 * 3600 * 1000;

type Delivery = typeof webhookDeliveries.$inferSelect;
type Endpoint = typeof webhookEndpoints.$inferSelect;
type Answer = { readonly status: number | null; readonly problem: string | null };

/**
 * Takes a message to its endpoint, signed. Any answer of 200 to 299 within ten seconds is good; redirects are not
 * followed, and addresses that are not public are not asked. Otherwise it comes again, later each time; messages may
 * overtake each other, and one may come twice. Does nothing for what was delivered or whose endpoint wants nothing.
 */
export async function deliverWebhook(
  db: Database,
  deliveryId: string,
  now: Date,
  mayReach: MayReach = isPublicAddress,
): Promise<void> {
  const [found] = await db
    .select({ delivery: webhookDeliveries, endpoint: webhookEndpoints })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(
      and(
        eq(webhookDeliveries.id, deliveryId),
        eq(webhookDeliveries.status, 'waiting'),
        eq(webhookEndpoints.status, 'active'),
        isNull(webhookEndpoints.removedAt),
      ),
    );
  if (!found) return;
  const answer = await send(found.delivery, found.endpoint, now, mayReach);
  if (answer.problem === null) await recordSuccess(db, found.delivery, answer, now);
  else await recordFailure(db, found, answer, now);
}

/** The message as it is sent. */
function bodyOf({ id, event, createdAt, data }: Delivery): string {
  return JSON.stringify({ id: publicId('whd', id), type: event, createdAt: createdAt.toISOString(), data });
}

async function send(delivery: Delivery, endpoint: Endpoint, now: Date, mayReach: MayReach): Promise<Answer> {
  const body = bodyOf(delivery);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await askOutside(new URL(endpoint.url), {
      mayReach,
      signal,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        [WEBHOOK_SIGNATURE_HEADER]: signWebhook(body, endpoint, now),
      },
      body,
    });
    // What it says besides is nobody's business: it could be a page of somebody's inside.
    response.destroy();
    const { statusCode: status = 0 } = response;
    const isGood = status >= 200 && status < 300;
    return { status, problem: isGood ? null : `It answered ${status}.` };
  } catch (error) {
    if (signal.aborted) return { status: null, problem: `It took longer than ${TIMEOUT_MS / 1000} seconds.` };
    return { status: null, problem: error instanceof Error ? error.message.slice(0, 300) : 'It failed.' };
  }
}

async function recordSuccess(db: Database, { id, endpointId }: Delivery, answer: Answer, now: Date) {
  await db.transaction(async (tx) => {
    await tx
      .update(webhookDeliveries)
      .set({ ...attempted(answer), status: 'delivered', deliveredAt: now })
      .where(eq(webhookDeliveries.id, id));
    await tx.update(webhookEndpoints).set({ failingSince: null }).where(eq(webhookEndpoints.id, endpointId));
  });
}

async function recordFailure(
  db: Database,
  { delivery, endpoint }: { delivery: Delivery; endpoint: Endpoint },
  answer: Answer,
  now: Date,
): Promise<void> {
  const retrySeconds = RETRY_SECONDS[delivery.attempts];
  const failingSince = endpoint.failingSince ?? now;
  const isLasting = now.getTime() - failingSince.getTime() >= GIVE_UP_AFTER_MS;
  await db.transaction(async (tx) => {
    await tx
      .update(webhookDeliveries)
      .set({ ...attempted(answer), status: retrySeconds === undefined ? 'failed' : 'waiting' })
      .where(eq(webhookDeliveries.id, delivery.id));
    if (retrySeconds !== undefined) await enqueueDeliveries(tx, [delivery.id], retrySeconds);
    await tx
      .update(webhookEndpoints)
      .set({ failingSince, status: isLasting ? 'failed' : 'active' })
      .where(and(eq(webhookEndpoints.id, endpoint.id), eq(webhookEndpoints.status, 'active')));
    if (!isLasting) return;
    const { id: endpointId, sellerId, url } = endpoint;
    await recordAudit(tx, {
      actor: 'system',
      action: 'seller.webhook-failed',
      subject: { type: 'desk', id: sellerId },
    });
    await emitEvent(tx, webhookEndpointFailed, {
      aggregateId: endpointId,
      aggregateVersion: 1,
      payload: { endpointId, sellerId, url },
    });
  });
}

function attempted({ status, problem }: Answer) {
  return { attempts: sql`${webhookDeliveries.attempts} + 1`, answeredStatus: status, problem };
}
