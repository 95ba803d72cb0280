import { sql } from 'drizzle-orm';
import type { Executor } from './database';
import { currentRequestId } from './log';

/**
 * The queue: rows of `jobs`, claimed by `FOR UPDATE SKIP LOCKED` and leased. A worker that is killed
 * leaves its jobs to the next one when the lease ends; a job that keeps failing waits longer each time and
 * at last lies dead, to be seen by an operator. A job may therefore run more than once, never never.
 */
export type NewJob = {
  readonly name: string;
  readonly payload: unknown;
  /** At most one job with this key is ever accepted; a second is silently the first. */
  readonly uniqueKey?: string;
  readonly delaySeconds?: number;
  /** Higher runs first; 0 unless told. Below zero is bulk work, which never delays the rest. */
  readonly priority?: number;
  readonly maxAttempts?: number;
};

export type ClaimedJob = {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  /** 1 at the first try. */
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly requestId: string | null;
};

export async function enqueueJobs(db: Executor, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const rows = jobs.map((job) => ({
    name: job.name,
    payload: job.payload,
    key: job.uniqueKey ?? null,
    delay: job.delaySeconds ?? 0,
    priority: job.priority ?? 0,
    attempts: job.maxAttempts ?? 10,
    request: currentRequestId() ?? null,
  }));
  await db.execute(sql`
    insert into jobs (id, name, payload, unique_key, run_at, priority, max_attempts, request_id)
    select gen_random_uuid(), job.name, coalesce(job.payload, 'null'), job.key, now() + make_interval(secs => job.delay),
      job.priority, job.attempts, job.request
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as job(name text, payload jsonb, key text, delay double precision, priority int, attempts int, request text)
    on conflict (unique_key) do nothing`);
}

/** `prompt` work is what somebody waits for; `bulk` (priority below zero) is everything that takes its time. */
export type Lane = 'prompt' | 'bulk';

/** Takes up to `limit` due jobs, or jobs whose worker let their lease run out, for `leaseSeconds`. */
export async function claimJobs(
  db: Executor,
  lane: Lane,
  limit: number,
  leaseSeconds: number,
): Promise<ClaimedJob[]> {
  const ofLane = lane === 'prompt' ? sql`priority >= 0` : sql`priority < 0`;
  const rows = await db.execute<{
    id: string;
    name: string;
    payload: unknown;
    attempts: number;
    max_attempts: number;
    request_id: string | null;
  }>(sql`
    with lost as (
      select id from jobs where status = 'running' and ${ofLane} and leased_until < now()
      limit ${limit} for update skip locked
    ), due as (
      select id from jobs where status = 'waiting' and ${ofLane} and run_at <= now()
      order by priority desc, run_at limit ${limit} for update skip locked
    )
    update jobs set status = 'running', attempts = attempts + 1,
      leased_until = now() + make_interval(secs => ${leaseSeconds})
    where id in (select id from lost union all select id from due limit ${limit})
    returning id, name, payload, attempts, max_attempts, request_id`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    payload: row.payload,
    attempt: row.attempts,
    maxAttempts: row.max_attempts,
    requestId: row.request_id,
  }));
}

export async function completeJob(db: Executor, id: string): Promise<void> {
  await db.execute(
    sql`update jobs set status = 'done', finished_at = now(), leased_until = null where id = ${id}`,
  );
}

/** How long a job waits after its `attempt`th try failed: 2, 4, 8 … seconds, at most an hour. */
export function retryWaitSeconds(attempt: number): number {
  return Math.min(2 ** attempt, 3600);
}

/** Puts a failed job back with a longer wait, or lays it down dead. */
export async function failJob(db: Executor, job: ClaimedJob, reason: string): Promise<'waiting' | 'dead'> {
  const dead = job.attempt >= job.maxAttempts;
  await db.execute(
    dead
      ? sql`update jobs set status = 'dead', finished_at = now(), leased_until = null, last_error = ${reason}
          where id = ${job.id}`
      : sql`update jobs set status = 'waiting', leased_until = null, last_error = ${reason},
          run_at = now() + make_interval(secs => ${retryWaitSeconds(job.attempt)}) where id = ${job.id}`,
  );
  return dead ? 'dead' : 'waiting';
}

/** Forgets finished jobs and dispatched events older than `days`, a slice at a time; dead jobs stay. */
export async function forgetFinishedWork(db: Executor, days: number): Promise<void> {
  await db.execute(sql`
    delete from jobs where id in (
      select id from jobs where status = 'done' and finished_at < now() - make_interval(days => ${days}) limit 10000)`);
  await db.execute(sql`
    delete from outbox_events where id in (
      select id from outbox_events where dispatched_at < now() - make_interval(days => ${days}) limit 10000)`);
}
