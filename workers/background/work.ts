import type { z } from 'zod';
import type { Clock } from '@/lib/kernel/clock';
import type { Database } from '@/lib/platform/database';
import type { EventDefinition } from '@/lib/platform/outbox';

/** What a handler is given besides its payload. */
export type WorkContext = {
  readonly db: Database;
  readonly clock: Clock;
  /** Nobody tries again when this time fails. */
  readonly isLastAttempt: boolean;
};

/** One kind of work: parses its payload, calls a domain door. Running it twice must do no harm. */
export type Work = {
  readonly name: string;
  /** The event that causes it, when one does. */
  readonly event?: string;
  run(payload: unknown, context: WorkContext): Promise<void>;
};

/** Work that follows an event. `name` says what it does: `send-receipt`. */
export function onEvent<Payload>(
  event: EventDefinition<Payload>,
  name: string,
  handle: (payload: Payload, context: WorkContext) => Promise<void>,
): Work {
  return {
    name,
    event: event.name,
    run: (payload, context) => handle(event.payload.parse(payload), context),
  };
}

/** Work that is enqueued by name. */
export function job<Payload>(
  name: string,
  payload: z.ZodType<Payload>,
  handle: (payload: Payload, context: WorkContext) => Promise<void>,
): Work {
  return { name, run: (raw, context) => handle(payload.parse(raw), context) };
}

/** Work that recurs. Each slot of `everySeconds` runs once, however many workers there are. */
export type Schedule = {
  readonly name: string;
  readonly everySeconds: number;
  run(context: WorkContext): Promise<void>;
};
