import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { outboxEvents } from '@/db/schema/events';
import { currentRequestId } from './log';
import type { Database, Transaction } from './database';

/**
 * Events are written in the transaction of what they tell (an event without its write, or a write without
 * its event, cannot exist). The worker dispatches them; nothing in a request waits for a handler.
 */
export type EventDefinition<Payload, Name extends string = string> = {
  /** Past tense: `order.placed`. */
  readonly name: Name;
  readonly version: number;
  readonly payload: z.ZodType<Payload>;
};

export function defineEvent<const Name extends string, Payload>(
  name: Name,
  version: number,
  payload: z.ZodType<Payload>,
): EventDefinition<Payload, Name> {
  return { name, version, payload };
}

export type Occurrence<Payload> = {
  readonly aggregateId: string;
  /** Counts the aggregate's changes, so that a late handler can see it is late. */
  readonly aggregateVersion: number;
  readonly payload: Payload;
};

/** Records that something happened. Takes a transaction, because an event alone means nothing. */
export async function emitEvent<Payload>(
  tx: Transaction,
  event: EventDefinition<Payload>,
  ...occurrences: readonly Occurrence<Payload>[]
): Promise<void> {
  if (occurrences.length === 0) return;
  await tx.insert(outboxEvents).values(
    occurrences.map((occurrence) => ({
      name: event.name,
      schemaVersion: event.version,
      aggregateId: occurrence.aggregateId,
      aggregateVersion: occurrence.aggregateVersion,
      payload: occurrence.payload,
      requestId: currentRequestId() ?? null,
    })),
  );
}

/** Event name -> names of the jobs that handle it. */
export type Subscriptions = ReadonlyMap<string, readonly string[]>;

/**
 * Turns up to `limit` waiting events into one job per handler, in one transaction, and says how many
 * there were. Several workers may do this at once: rows are claimed by `SKIP LOCKED`, and a job's unique
 * key (event, handler) makes a second dispatch of the same event harmless.
 */
export async function dispatchEvents(
  db: Database,
  subscriptions: Subscriptions,
  limit: number,
): Promise<number> {
  return db.transaction(async (tx) => {
    const events = await tx.execute<{
      id: string;
      name: string;
      payload: unknown;
      request_id: string | null;
    }>(sql`
      select id, name, payload, request_id from outbox_events
      where dispatched_at is null
      order by occurred_at
      limit ${limit}
      for update skip locked`);
    if (events.length === 0) return 0;

    const jobs = events.flatMap((event) =>
      (subscriptions.get(event.name) ?? []).map((handler) => ({
        name: handler,
        payload: event.payload,
        key: `${event.id}:${handler}`,
        request: event.request_id,
      })),
    );
    if (jobs.length > 0) {
      await tx.execute(sql`
        insert into jobs (id, name, payload, unique_key, request_id)
        select gen_random_uuid(), job.name, job.payload, job.key, job.request
        from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb)
          as job(name text, payload jsonb, key text, request text)
        on conflict (unique_key) do nothing`);
    }
    await tx.execute(sql`
      update outbox_events set dispatched_at = now()
      where id in (${sql.join(
        events.map((event) => sql`${event.id}`),
        sql`, `,
      )})`);
    return events.length;
  });
}
