import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { refunds, webhookInbox } from '@/db/schema/payments';
import type { Database } from '@/lib/platform/database';
import { enqueueJobs } from '@/lib/platform/jobs';
import { log } from '@/lib/platform/log';
import { retrieveIntent } from './gateway';
import { recordIntent } from './record-intent';
import { refreshRefund } from './refund';

const SOURCE = 'stripe';

/** The job that acts on a stored event; its payload is the event's id. */
export const PROCESS_STRIPE_EVENT = 'process-stripe-event';
export const stripeEventReference = z.object({ externalId: z.string() });

/** The little of an event that is read: which object to look at. Its state is asked of the provider. */
const notice = z.object({
  type: z.string(),
  data: z.object({ object: z.object({ id: z.string(), object: z.string() }) }),
});

/** Keeps a verified event and queues its work, in one transaction. A repeated one is kept once. */
export async function storeStripeEvent(
  db: Database,
  event: { readonly id: string; readonly type: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const stored = await tx
      .insert(webhookInbox)
      .values({ source: SOURCE, externalId: event.id, type: event.type, payload: event })
      .onConflictDoNothing()
      .returning({ externalId: webhookInbox.externalId });
    if (stored.length === 0) return;
    await enqueueJobs(tx, [
      {
        name: PROCESS_STRIPE_EVENT,
        payload: { externalId: event.id },
        uniqueKey: `${SOURCE}:${event.id}`,
        priority: 10,
      },
    ]);
  });
}

/** Acts on a stored event. Order and repetition do not matter: it looks at the object as it is now. */
export async function processStripeEvent(db: Database, externalId: string, now: Date): Promise<void> {
  const stored = and(eq(webhookInbox.source, SOURCE), eq(webhookInbox.externalId, externalId));
  const [row] = await db
    .select()
    .from(webhookInbox)
    .where(and(stored, isNull(webhookInbox.processedAt)));
  if (!row) return;
  const { type, data } = notice.parse(row.payload);
  if (data.object.object === 'payment_intent') {
    const recorded = await recordIntent(db, await retrieveIntent(data.object.id), now);
    if (!recorded.ok)
      log.error({ type, intent: data.object.id, ...recorded }, 'an intent does not fit our payment');
  } else if (data.object.object === 'refund') {
    await refreshRefundOf(db, data.object.id);
  }
  await db
    .update(webhookInbox)
    .set({ processedAt: sql`now()` })
    .where(stored);
}

async function refreshRefundOf(db: Database, providerRefundId: string): Promise<void> {
  const [refund] = await db
    .select({ id: refunds.id })
    .from(refunds)
    .where(eq(refunds.providerRefundId, providerRefundId));
  if (refund) await refreshRefund(db, refund.id);
}
