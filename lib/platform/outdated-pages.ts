import { sql } from 'drizzle-orm';
import { outdatedPages } from '@/db/schema/events';
import type { Database, Executor } from './database';
import { log } from './log';
import { listen } from './notify';

/** Cached pages that are out of date, by address without a locale, and those of them worth having ready again. */
export type OutdatedPages = { readonly outdated: readonly string[]; readonly ready: readonly string[] };

const CHANNEL = 'outdated_pages';

/** For longer than a page is kept without being asked after (`revalidate` of the public pages). */
const KEPT_HOURS = 2;

/** No announcement takes this long to commit, so none that is older than the newest by more is still to come. */
const OVERTAKEN_SECONDS = 10;

const RETRY_MS = 1000;

/** Tells every web process, those that start later too. */
export async function announceOutdatedPages(db: Executor, { outdated, ready }: OutdatedPages): Promise<void> {
  if (outdated.length === 0) return;
  await db.insert(outdatedPages).values({ outdated: [...outdated], ready: [...ready] });
  await db.execute(sql`select pg_notify(${CHANNEL}, '')`);
}

/** What no kept page can still be touched by. */
export async function forgetOutdatedPages(db: Executor): Promise<void> {
  await db.execute(
    sql`delete from outdated_pages where announced_at < now() - make_interval(hours => ${KEPT_HOURS})`,
  );
}

type Announced = OutdatedPages & { readonly id: string; readonly at: string };

/**
 * Calls `forget` with everything announced while pages kept until now were made, then with each new announcement: one
 * after the other, and again a second after it failed, until the returned function is called.
 */
export async function followOutdatedPages(
  db: Database,
  forget: (pages: OutdatedPages) => Promise<void>,
): Promise<() => void> {
  let newest: string | null = null;
  let done = new Set<string>();
  let isStopped = false;
  let looks = Promise.resolve();

  const lookOnce = async () => {
    if (isStopped) return;
    const announced = await listAnnounced(db, newest);
    for (const pages of announced.filter(({ id }) => !done.has(id))) {
      await forget(pages);
      done.add(pages.id);
    }
    newest = announced.at(-1)?.at ?? newest;
    done = new Set(announced.map(({ id }) => id));
  };
  const look = () => {
    looks = looks.then(lookOnce).catch((error: unknown) => {
      log.warn({ err: error }, 'outdated pages are not forgotten yet');
      setTimeout(look, RETRY_MS).unref();
    });
  };

  const stopListening = await listen(CHANNEL, { onMessage: look, onGap: look });
  look();
  return () => {
    isStopped = true;
    stopListening();
  };
}

/** Oldest first, from a little before `newest`: commits overtake each other. */
async function listAnnounced(db: Executor, newest: string | null): Promise<Announced[]> {
  return db.execute<Announced>(sql`
    select id, outdated, ready, announced_at::text as at from outdated_pages
    where announced_at > coalesce(
      ${newest}::timestamptz - make_interval(secs => ${OVERTAKEN_SECONDS}),
      now() - make_interval(hours => ${KEPT_HOURS})
    )
    order by announced_at, id`);
}
