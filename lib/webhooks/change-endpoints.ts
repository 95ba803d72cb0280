import { isIP } from 'node:net';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/webhooks';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import { isPublicAddress } from '@/lib/platform/public-address';
import { enqueueDeliveries } from './announce';
import type { WebhookEvent } from './model';
import { endpointSecret } from './signature';

/** So many endpoints a shop can have. */
const MOST_ENDPOINTS = 10;

type OwnEndpoint = { readonly sellerId: string; readonly endpointId: string };

/** Adds an endpoint. Refuses an address by which nobody outside can be reached; names are judged at each delivery. */
export async function addEndpoint(
  db: Database,
  wanted: {
    readonly sellerId: string;
    readonly userId: string;
    readonly url: string;
    readonly events: readonly WebhookEvent[];
  },
): Promise<Result<{ readonly secret: string }, 'webhook_address_closed' | 'too_many_endpoints'>> {
  const { sellerId, userId, url } = wanted;
  if (!isOutside(url)) return refuse('webhook_address_closed', { field: 'url' });
  const own = and(eq(webhookEndpoints.sellerId, sellerId), isNull(webhookEndpoints.removedAt));
  if ((await db.$count(webhookEndpoints, own)) >= MOST_ENDPOINTS) return refuse('too_many_endpoints');
  const [added] = await db
    .insert(webhookEndpoints)
    .values({ sellerId, url, events: [...new Set(wanted.events)], createdBy: userId })
    .returning();
  if (!added) throw new Error('An endpoint was not added');
  return ok({ secret: endpointSecret(added) });
}

/**
 * What it is told of from now on, and whether it is told anything. One that had failed begins anew; one that is switched
 * on again is told now what waited for it.
 */
export async function changeEndpoint(
  db: Database,
  change: OwnEndpoint & { readonly events: readonly WebhookEvent[]; readonly isActive: boolean },
): Promise<Result<null, 'not_found'>> {
  const { endpointId, events, isActive } = change;
  return db.transaction(async (tx) => {
    const own = tx.select({ status: webhookEndpoints.status }).from(webhookEndpoints);
    const [before] = await own.where(isOwn(change)).for('update');
    if (!before) return refuse('not_found');
    await tx
      .update(webhookEndpoints)
      .set({ events: [...new Set(events)], status: isActive ? 'active' : 'paused', failingSince: null })
      .where(eq(webhookEndpoints.id, endpointId));
    if (isActive && before.status !== 'active') await enqueueWaiting(tx, endpointId);
    return ok(null);
  });
}

/** Messages whose time came while nothing was to be sent. */
async function enqueueWaiting(tx: Transaction, endpointId: string): Promise<void> {
  const waiting = await tx
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.endpointId, endpointId), eq(webhookDeliveries.status, 'waiting')));
  await enqueueDeliveries(
    tx,
    waiting.map(({ id }) => id),
  );
}

/** Gives an endpoint a new secret. The one before counts for another day, so that no message is lost meanwhile. */
export async function rotateSecret(
  db: Database,
  { now, ...endpoint }: OwnEndpoint & { readonly now: Date },
): Promise<Result<{ readonly secret: string }, 'not_found'>> {
  const [rotated] = await db
    .update(webhookEndpoints)
    .set({ secretGeneration: sql`${webhookEndpoints.secretGeneration} + 1`, secretRotatedAt: now })
    .where(isOwn(endpoint))
    .returning();
  return rotated ? ok({ secret: endpointSecret(rotated) }) : refuse('not_found');
}

/** It is told nothing more, what waits included. */
export async function removeEndpoint(
  db: Database,
  { now, ...endpoint }: OwnEndpoint & { readonly now: Date },
): Promise<Result<null, 'not_found'>> {
  const removed = await db
    .update(webhookEndpoints)
    .set({ removedAt: now })
    .where(isOwn(endpoint))
    .returning({ id: webhookEndpoints.id });
  return removed.length > 0 ? ok(null) : refuse('not_found');
}

/** Sends a message again, now, with all its attempts anew. */
export async function resendDelivery(
  db: Database,
  { sellerId, deliveryId }: { readonly sellerId: string; readonly deliveryId: string },
): Promise<Result<null, 'not_found'>> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ id: webhookDeliveries.id })
      .from(webhookDeliveries)
      .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
      .where(
        and(
          eq(webhookDeliveries.id, deliveryId),
          eq(webhookEndpoints.sellerId, sellerId),
          isNull(webhookEndpoints.removedAt),
        ),
      );
    if (!found) return refuse('not_found');
    await tx
      .update(webhookDeliveries)
      .set({ status: 'waiting', attempts: 0, deliveredAt: null })
      .where(eq(webhookDeliveries.id, found.id));
    await enqueueDeliveries(tx, [found.id]);
    return ok(null);
  });
}

function isOwn({ sellerId, endpointId }: OwnEndpoint) {
  return and(
    eq(webhookEndpoints.id, endpointId),
    eq(webhookEndpoints.sellerId, sellerId),
    isNull(webhookEndpoints.removedAt),
  );
}

/** By https, without credentials in it, and not by the number of a closed address. */
function isOutside(address: string): boolean {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  return isIP(host) === 0 ? host.includes('.') && !host.endsWith('.localhost') : isPublicAddress(host);
}
