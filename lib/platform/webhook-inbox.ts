import { and, eq, isNull, sql } from 'drizzle-orm';
import { webhookInbox } from '@/db/schema/events';
import type { Database } from './database';
import { enqueueJobs } from './jobs';

/** A webhook whose sender has proved itself. `externalId` is the sender's own name for it. */
export type Webhook = {
  readonly source: string;
  readonly externalId: string;
  readonly type: string;
  readonly payload: unknown;
};

/** Keeps a verified webhook and queues its work, in one transaction. A repeated one is kept once. */
export async function storeWebhook(db: Database, webhook: Webhook, jobName: string): Promise<void> {
  const { source, externalId } = webhook;
  await db.transaction(async (tx) => {
    const stored = await tx
      .insert(webhookInbox)
      .values(webhook)
      .onConflictDoNothing()
      .returning({ externalId: webhookInbox.externalId });
    if (stored.length === 0) return;
    await enqueueJobs(tx, [
      { name: jobName, payload: { externalId }, uniqueKey: `${source}:${externalId}`, priority: 10 },
    ]);
  });
}

/**
 * Hands a stored webhook's payload to `act` and marks it processed. One that was processed before is left alone; one
 * whose work throws is not processed and is tried again by its job. `act` may therefore run more than once.
 */
export async function processWebhook(
  db: Database,
  { source, externalId }: Pick<Webhook, 'source' | 'externalId'>,
  act: (payload: unknown) => Promise<void>,
): Promise<void> {
  const stored = and(eq(webhookInbox.source, source), eq(webhookInbox.externalId, externalId));
  const [row] = await db
    .select()
    .from(webhookInbox)
    .where(and(stored, isNull(webhookInbox.processedAt)));
  if (!row) return;
  await act(row.payload);
  await db
    .update(webhookInbox)
    .set({ processedAt: sql`now()` })
    .where(stored);
}
