import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '@/lib/kernel/ids';
import { claimJobs, completeJob, enqueueJobs, failJob } from '@/lib/platform/jobs';
import { defineEvent, dispatchEvents, emitEvent } from '@/lib/platform/outbox';
import { testDatabase, type TestDatabase } from '@/tests/support/database';
import { job, onEvent } from './work';
import { drain, startWorker } from './worker';

let database: TestDatabase;
let worker: ReturnType<typeof startWorker>;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.ownerDb.execute(sql`truncate jobs, outbox_events`));

const happened = defineEvent('test.happened', 1, z.object({ n: z.number() }));

async function emit(n: number): Promise<void> {
  await database.db.transaction((tx) =>
    emitEvent(tx, happened, { aggregateId: newId(), aggregateVersion: 1, payload: { n } }),
  );
}

describe('events', () => {
  it('reach every handler once, however many workers dispatch at once', async () => {
    for (let n = 0; n < 20; n++) await emit(n);
    const subscriptions = new Map([[happened.name, ['first', 'second']]]);
    await Promise.all(Array.from({ length: 4 }, () => dispatchEvents(database.db, subscriptions, 7)));
    while ((await dispatchEvents(database.db, subscriptions, 7)) > 0);
    const [row] = await database.db.execute<{ count: number }>(sql`select count(*)::int as count from jobs`);
    expect(row?.count).toBe(40);
  });

  it('vanish with the write they tell of', async () => {
    await database.db
      .transaction(async (tx) => {
        await emitEvent(tx, happened, { aggregateId: newId(), aggregateVersion: 1, payload: { n: 1 } });
        throw new Error('changed my mind');
      })
      .catch(() => {});
    expect(await dispatchEvents(database.db, new Map(), 10)).toBe(0);
  });

  it('are handled with their parsed payload, and what they cause is handled too', async () => {
    const seen: number[] = [];
    await emit(7);
    await drain(database.db, [
      onEvent(happened, 'note', async ({ n }, { db }) => {
        seen.push(n);
        await enqueueJobs(db, [{ name: 'follow-up', payload: { n: n + 1 } }]);
      }),
      job('follow-up', z.object({ n: z.number() }), async ({ n }) => {
        seen.push(n);
      }),
    ]);
    expect(seen).toEqual([7, 8]);
  });
});

describe('jobs', () => {
  it('are claimed by one worker each', async () => {
    await enqueueJobs(
      database.db,
      Array.from({ length: 60 }, (_, n) => ({ name: 'work', payload: n })),
    );
    const claims = await Promise.all(
      Array.from({ length: 6 }, () => claimJobs(database.db, 'prompt', 10, 60)),
    );
    const ids = claims.flat().map((claimed) => claimed.id);
    expect(new Set(ids).size).toBe(60);
  });

  it('come back when the worker that took them is gone', async () => {
    await enqueueJobs(database.db, [{ name: 'work', payload: null }]);
    await claimJobs(database.db, 'prompt', 1, 60);
    expect(await claimJobs(database.db, 'prompt', 1, 60)).toEqual([]);
    await database.ownerDb.execute(sql`update jobs set leased_until = now() - interval '1 second'`);
    expect(await claimJobs(database.db, 'prompt', 1, 60)).toMatchObject([{ attempt: 2 }]);
  });

  it('wait longer after each failure and lie dead at last', async () => {
    await enqueueJobs(database.db, [{ name: 'work', payload: null, maxAttempts: 2 }]);
    const [first] = await claimJobs(database.db, 'prompt', 1, 60);
    expect(await failJob(database.db, first!, 'no')).toBe('waiting');
    expect(await claimJobs(database.db, 'prompt', 1, 60)).toEqual([]);
    await database.ownerDb.execute(sql`update jobs set run_at = now()`);
    const [second] = await claimJobs(database.db, 'prompt', 1, 60);
    expect(await failJob(database.db, second!, 'no')).toBe('dead');
  });

  it('with one key are one job', async () => {
    const again = { name: 'work', payload: null, uniqueKey: 'once' };
    await enqueueJobs(database.db, [again, again]);
    await enqueueJobs(database.db, [again]);
    expect(await claimJobs(database.db, 'prompt', 10, 60)).toHaveLength(1);
  });

  it('of the bulk lane never stand in the way of prompt ones', async () => {
    await enqueueJobs(database.db, [
      ...Array.from({ length: 50 }, () => ({ name: 'bulk', payload: null, priority: -1 })),
      { name: 'prompt', payload: null },
    ]);
    expect(await claimJobs(database.db, 'prompt', 10, 60)).toMatchObject([{ name: 'prompt' }]);
  });

  it('begun before a stop are finished by it', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const begun = new Promise<void>((resolve) => {
      const works = [
        job('slow', z.null(), async () => {
          resolve();
          await gate;
        }),
      ];
      worker = startWorker(database.db, works, [], { concurrency: 2 });
    });
    await enqueueJobs(database.db, [{ name: 'slow', payload: null }]);
    await begun;
    const stopped = worker.stop();
    release();
    await stopped;
    const [row] = await database.db.execute<{ status: string }>(sql`select status from jobs`);
    expect(row?.status).toBe('done');
  });

  it('whose failure cannot be recorded, for the database is gone, stop nothing and come back', async () => {
    await enqueueJobs(database.db, [{ name: 'work', payload: null }]);
    await database.ownerDb.execute(
      sql`alter table jobs add constraint gone check (last_error is null) not valid`,
    );
    await drain(database.db, [job('work', z.null(), () => Promise.reject(new Error('no')))]);
    await database.ownerDb.execute(sql`alter table jobs drop constraint gone`);
    await database.ownerDb.execute(sql`update jobs set leased_until = now() - interval '1 second'`);
    expect(await claimJobs(database.db, 'prompt', 1, 60)).toMatchObject([{ attempt: 2 }]);
  });

  it('that are done leave the queue', async () => {
    await enqueueJobs(database.db, [{ name: 'work', payload: null }]);
    const [claimed] = await claimJobs(database.db, 'prompt', 1, 60);
    await completeJob(database.db, claimed!.id);
    expect(await claimJobs(database.db, 'prompt', 1, 60)).toEqual([]);
  });
});
