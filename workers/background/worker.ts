import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@/lib/kernel/clock';
import type { Database } from '@/lib/platform/database';
import { claimJobs, completeJobs, enqueueJobs, failJob, type ClaimedJob } from '@/lib/platform/jobs';
import { log, withRequestId } from '@/lib/platform/log';
import { dispatchEvents, type Subscriptions } from '@/lib/platform/outbox';
import type { Schedule, Work } from './work';

const IDLE_MS = 100;
const BATCH = 50;
const LEASE_SECONDS = 120;
const SCHEDULE_CHECK_MS = 1000;

export type Worker = {
  /** Stops taking work and resolves when what was begun is done. */
  stop(): Promise<void>;
};

/** Starts dispatching events, running jobs and keeping schedules until stopped. */
export function startWorker(
  db: Database,
  works: readonly Work[],
  schedules: readonly Schedule[],
  options: { concurrency: number },
): Worker {
  const stopping = new AbortController();
  const registry = registryOf(works, schedules);
  const subscriptions = subscriptionsOf(works);
  const loops = [
    repeat(stopping.signal, IDLE_MS, async () => (await dispatchEvents(db, subscriptions, BATCH)) > 0),
    repeat(stopping.signal, IDLE_MS, () => runDueJobs(db, registry, options.concurrency)),
    repeat(stopping.signal, SCHEDULE_CHECK_MS, async () => {
      await enqueueSchedules(db, schedules);
      return false;
    }),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

/** Runs everything that is waiting now, including what that causes, then returns. For tests and tools. */
export async function drain(db: Database, works: readonly Work[]): Promise<void> {
  const registry = registryOf(works, []);
  const subscriptions = subscriptionsOf(works);
  for (;;) {
    const dispatched = await dispatchEvents(db, subscriptions, BATCH);
    const ran = await runDueJobs(db, registry, BATCH);
    if (dispatched === 0 && !ran) return;
  }
}

async function runDueJobs(
  db: Database,
  registry: ReadonlyMap<string, Work>,
  concurrency: number,
): Promise<boolean> {
  const jobs = await claimJobs(db, concurrency, LEASE_SECONDS);
  const outcomes = await Promise.all(jobs.map((job) => runJob(db, registry, job)));
  await completeJobs(
    db,
    jobs.filter((_, index) => outcomes[index]).map((job) => job.id),
  );
  return jobs.length > 0;
}

/** True when the job did its work; a failure is recorded here and never stops the worker. */
function runJob(db: Database, registry: ReadonlyMap<string, Work>, job: ClaimedJob): Promise<boolean> {
  return withRequestId(job.requestId ?? job.id, async () => {
    try {
      const work = registry.get(job.name);
      if (!work) throw new Error(`No handler is registered for ${job.name}`);
      await work.run(job.payload, { db, clock: systemClock, attempt: job.attempt });
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const outcome = await failJob(db, job, reason);
      log[outcome === 'dead' ? 'error' : 'warn'](
        { err: error, job: job.name, attempt: job.attempt },
        `job ${outcome}`,
      );
      return false;
    }
  });
}

async function enqueueSchedules(db: Database, schedules: readonly Schedule[]): Promise<void> {
  const now = systemClock().getTime();
  await enqueueJobs(
    db,
    schedules.map((schedule) => ({
      name: schedule.name,
      payload: null,
      uniqueKey: `${schedule.name}@${Math.floor(now / (schedule.everySeconds * 1000))}`,
      maxAttempts: 1,
    })),
  );
}

async function repeat(signal: AbortSignal, idleMs: number, step: () => Promise<boolean>): Promise<void> {
  while (!signal.aborted) {
    let busy = false;
    let pauseMs = idleMs;
    try {
      busy = await step();
    } catch (error) {
      log.error({ err: error }, 'the worker could not reach its queue');
      pauseMs = 1000;
    }
    if (!busy) await sleep(pauseMs, undefined, { signal }).catch(() => {});
  }
}

function registryOf(works: readonly Work[], schedules: readonly Schedule[]): ReadonlyMap<string, Work> {
  const scheduled = schedules.map((schedule): Work => ({
    name: schedule.name,
    run: (_, context) => schedule.run(context),
  }));
  return new Map([...works, ...scheduled].map((work) => [work.name, work]));
}

function subscriptionsOf(works: readonly Work[]): Subscriptions {
  const byEvent = new Map<string, string[]>();
  for (const work of works) {
    if (work.event) byEvent.set(work.event, [...(byEvent.get(work.event) ?? []), work.name]);
  }
  return byEvent;
}
