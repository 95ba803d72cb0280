import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/webhooks';
import type { Database, Executor } from '@/lib/platform/database';
import { enqueueJobs } from '@/lib/platform/jobs';
import type { WebhookEvent } from './model';

/** The job that takes a message to its endpoint. */
export const DELIVER_WEBHOOK_JOB = 'deliver-webhook';

export const webhookDelivery = z.object({ deliveryId: z.uuid() });

/** Something that happened to a seller, as its programs are told. */
export type Announcement = {
  readonly sellerId: string;
  readonly event: WebhookEvent;
  /** Names this one time it happened: announced again, it is told once. */
  readonly occurrence: string;
  /** Ids and figures; what more is to be known the program asks the API. */
  readonly data: Readonly<Record<string, string | number>>;
};

/** Has every endpoint of the seller that wants to know of it told. */
export async function announce(db: Database, announcement: Announcement): Promise<void> {
  const { sellerId, event, occurrence, data } = announcement;
  await db.transaction(async (tx) => {
    const endpoints = await tx
      .select({ id: webhookEndpoints.id })
      .from(webhookEndpoints)
      .where(
        and(
          eq(webhookEndpoints.sellerId, sellerId),
          eq(webhookEndpoints.status, 'active'),
          isNull(webhookEndpoints.removedAt),
          sql`${webhookEndpoints.events} ? ${event}`,
        ),
      );
    if (endpoints.length === 0) return;
    const added = await tx
      .insert(webhookDeliveries)
      .values(endpoints.map(({ id }) => ({ endpointId: id, event, occurrence, data })))
      .onConflictDoNothing()
      .returning({ id: webhookDeliveries.id });
    await enqueueDeliveries(
      tx,
      added.map(({ id }) => id),
    );
  });
}

export async function enqueueDeliveries(
  db: Executor,
  deliveryIds: readonly string[],
  delaySeconds = 0,
): Promise<void> {
  await enqueueJobs(
    db,
    deliveryIds.map((deliveryId) => ({ name: DELIVER_WEBHOOK_JOB, payload: { deliveryId }, delaySeconds })),
  );
}

const FORGOTTEN_AT_ONCE = 10_000;

/** The log of deliveries is kept so long. */
export async function forgetDeliveries(db: Executor, days: number): Promise<void> {
  let forgotten: readonly unknown[];
  do {
    forgotten = await db.execute(sql`
      delete from webhook_deliveries where id in (
        select id from webhook_deliveries where created_at < now() - make_interval(days => ${days})
        limit ${FORGOTTEN_AT_ONCE})
      returning 1`);
  } while (forgotten.length === FORGOTTEN_AT_ONCE);
}
