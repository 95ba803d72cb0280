import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@/lib/kernel/clock';
import type { Database } from '@/lib/platform/database';
import {
  claimJobs,
  completeJob,
  enqueueJobs,
  failJob,
  type ClaimedJob,
  type Lane,
} from '@/lib/platform/jobs';
import { log, withRequestId } from '@/lib/platform/log';
import { dispatchEvents, type Subscriptions } from '@/lib/platform/outbox';
import type { Schedule, Work } from './work';

const IDLE_MS = 100;
const BATCH = 50;
const LEASE_SECONDS = 120;
const BULK_CONCURRENCY = 2;
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
    runLane(db, registry, 'prompt', options.concurrency, stopping.signal),
    runLane(db, registry, 'bulk', BULK_CONCURRENCY, stopping.signal),
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

/** Runs everything that is due now, including what that causes, then returns. For tests and tools. */
export async function drain(db: Database, works: readonly Work[]): Promise<void> {
  const registry = registryOf(works, []);
  const subscriptions = subscriptionsOf(works);
  for (;;) {
    const dispatched = await dispatchEvents(db, subscriptions, BATCH);
    const prompt = await claimJobs(db, 'prompt', BATCH, LEASE_SECONDS);
    const bulk = await claimJobs(db, 'bulk', BATCH, LEASE_SECONDS);
    await Promise.all([...prompt, ...bulk].map((job) => runJob(db, registry, job)));
    if (dispatched + prompt.length + bulk.length === 0) return;
  }
}

/** Keeps up to `slots` jobs of a lane running; a slow one holds only its own slot. */
async function runLane(
  db: Database,
  registry: ReadonlyMap<string, Work>,
  lane: Lane,
  slots: number,
  signal: AbortSignal,
): Promise<void> {
  const running = new Set<Promise<void>>();
  await repeat(signal, IDLE_MS, async () => {
    const jobs = await claimJobs(db, lane, slots - running.size, LEASE_SECONDS);
    for (const job of jobs) {
      const run = runJob(db, registry, job).finally(() => running.delete(run));
      running.add(run);
    }
    if (running.size === slots) await Promise.race(running);
    return jobs.length > 0;
  });
  await Promise.all(running);
}

/**
 * A failure is recorded here and never stops the worker, not even when the database is gone and it cannot be recorded:
 * then the job is taken up again when its lease ends.
 */
function runJob(db: Database, registry: ReadonlyMap<string, Work>, job: ClaimedJob): Promise<void> {
  return withRequestId(job.requestId ?? job.id, async () => {
    try {
      const work = registry.get(job.name);
      if (!work) throw new Error(`No handler is registered for ${job.name}`);
      const isLastAttempt = job.attempt >= job.maxAttempts;
      await work.run(job.payload, { db, clock: systemClock, isLastAttempt });
      await completeJob(db, job.id);
    } catch (error) {
      await recordFailure(db, job, error).catch((unrecorded: unknown) =>
        log.error({ err: unrecorded, job: job.name }, 'a failure could not be recorded'),
      );
    }
  });
}

async function recordFailure(db: Database, job: ClaimedJob, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const outcome = await failJob(db, job, reason);
  log[outcome === 'dead' ? 'error' : 'warn'](
    { err: error, job: job.name, attempt: job.attempt },
    `job ${outcome}`,
  );
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
