import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { refunds } from '@/db/schema/payments';
import { newId } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import { emitEvent } from '@/lib/platform/outbox';
import { processWebhook, storeWebhook } from '@/lib/platform/webhook-inbox';
import { providerObjectChanged } from './events';
import { retrieveIntent } from './gateway';
import { refreshDispute } from './record-dispute';
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

/** Keeps a verified event and queues its work. A repeated one is kept once. */
export function storeStripeEvent(
  db: Database,
  event: { readonly id: string; readonly type: string },
): Promise<void> {
  const { id: externalId, type } = event;
  return storeWebhook(db, { source: SOURCE, externalId, type, payload: event }, PROCESS_STRIPE_EVENT);
}

/** Acts on a stored event. Order and repetition do not matter: it looks at the object as it is now. */
export function processStripeEvent(db: Database, externalId: string, now: Date): Promise<void> {
  return processWebhook(db, { source: SOURCE, externalId }, async (payload) => {
    const { type, data } = notice.parse(payload);
    if (data.object.object === 'payment_intent') {
      const recorded = await recordIntent(db, await retrieveIntent(data.object.id), now);
      if (!recorded.ok)
        log.error({ type, intent: data.object.id, ...recorded }, 'an intent does not fit our payment');
    } else if (data.object.object === 'refund') {
      await refreshRefundOf(db, data.object.id);
    } else if (data.object.object === 'dispute') {
      await refreshDispute(db, data.object.id, now);
    } else {
      await tellOthers(db, data.object);
    }
  });
}

/** What is not about a payment is for domains above this one. */
async function tellOthers(
  db: Database,
  { id, object }: { readonly id: string; readonly object: string },
): Promise<void> {
  await db.transaction((tx) =>
    emitEvent(tx, providerObjectChanged, {
      aggregateId: newId(),
      aggregateVersion: 1,
      payload: { object, id },
    }),
  );
}

async function refreshRefundOf(db: Database, providerRefundId: string): Promise<void> {
  const [refund] = await db
    .select({ id: refunds.id })
    .from(refunds)
    .where(eq(refunds.providerRefundId, providerRefundId));
  if (refund) await refreshRefund(db, refund.id);
}
