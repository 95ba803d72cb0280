import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import type { Executor } from './database';
import { env } from './env';
import { log } from './log';

/**
 * Postgres LISTEN/NOTIFY, for telling running processes that something changed. A message is a hint, not a fact:
 * one that is lost while a connection is down is never sent again, so listeners read the present state when they
 * start and after `onGap`. Only the worker notifies: a NOTIFY serialises commits.
 */
export async function notify(db: Executor, channel: string, payload: string): Promise<void> {
  await db.execute(sql`select pg_notify(${channel}, ${payload})`);
}

type Listener = {
  readonly onMessage: (payload: string) => void;
  /** Messages may have been missed: the connection was made anew. */
  readonly onGap: () => void;
};

type Channel = { readonly listeners: Set<Listener>; readonly listening: Promise<unknown> };

const holder = globalThis as typeof globalThis & {
  soukListener?: { readonly sql: postgres.Sql; readonly channels: Map<string, Channel> };
};

/**
 * Hears a channel until the returned function is called. Resolves once it is heard. All of a process's listeners
 * share one connection, which comes back by itself.
 */
export async function listen(channel: string, listener: Listener): Promise<() => void> {
  const { sql: connection, channels } = open();
  let entry = channels.get(channel);
  if (!entry) {
    const listeners = new Set<Listener>();
    entry = { listeners, listening: hear(connection, channel, listeners) };
    channels.set(channel, entry);
    entry.listening.catch(() => channels.delete(channel));
  }
  const { listeners, listening } = entry;
  listeners.add(listener);
  await listening;
  return () => void listeners.delete(listener);
}

/** Ends the connection. For tests and tools; a server keeps it as long as it lives. */
export async function stopListening(): Promise<void> {
  const open = holder.soukListener;
  holder.soukListener = undefined;
  await open?.sql.end({ timeout: 1 });
}

function hear(connection: postgres.Sql, channel: string, listeners: ReadonlySet<Listener>): Promise<unknown> {
  let connections = 0;
  return connection.listen(
    channel,
    (payload) => tellAll(listeners, (listener) => listener.onMessage(payload)),
    () => {
      connections += 1;
      if (connections > 1) tellAll(listeners, (listener) => listener.onGap());
    },
  );
}

function tellAll(listeners: ReadonlySet<Listener>, tell: (listener: Listener) => void): void {
  for (const listener of listeners) {
    try {
      tell(listener);
    } catch (error) {
      log.error({ err: error }, 'a listener failed');
    }
  }
}

function open(): NonNullable<typeof holder.soukListener> {
  holder.soukListener ??= {
    sql: postgres(env().DATABASE_URL, {
      max: 1,
      idle_timeout: 0,
      connect_timeout: 10,
      onnotice: () => {},
      connection: { application_name: 'souk-listener' },
    }),
    channels: new Map(),
  };
  return holder.soukListener;
}
