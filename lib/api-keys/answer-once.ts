import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { apiAnswers } from '@/db/schema/api-keys';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { transact } from '@/lib/platform/transact';

type Once = {
  readonly keyId: string;
  readonly idempotencyKey: string;
  /** Everything the answer depends on: what is asked, and with what. */
  readonly request: string;
};

/**
 * Does the work once for an idempotency key, and answers every repetition as the first time: what it did and its answer
 * are committed together. A repetition that comes while the first is under way waits for it. What was refused leaves
 * nothing and may be tried again. Refuses the same key with another request (`idempotency_key_reused`).
 */
export async function answerOnce<T, E extends string>(
  db: Database,
  { keyId, idempotencyKey, request }: Once,
  work: (tx: Transaction) => Promise<Result<T, E>>,
): Promise<Result<unknown, E | 'idempotency_key_reused'>> {
  const requestHash = createHash('sha256').update(request).digest('base64url');
  const mine = and(eq(apiAnswers.apiKeyId, keyId), eq(apiAnswers.idempotencyKey, idempotencyKey));
  return transact(db, async (tx): Promise<Result<unknown, E | 'idempotency_key_reused'>> => {
    const claimed = await tx
      .insert(apiAnswers)
      .values({ apiKeyId: keyId, idempotencyKey, requestHash })
      .onConflictDoNothing()
      .returning({ key: apiAnswers.idempotencyKey });
    if (claimed.length === 0) {
      const [earlier] = await tx.select().from(apiAnswers).where(mine);
      return earlier?.requestHash === requestHash ? ok(earlier.answer) : refuse('idempotency_key_reused');
    }
    const done = await work(tx);
    if (done.ok)
      await tx
        .update(apiAnswers)
        .set({ answer: done.value ?? null })
        .where(mine);
    return done;
  });
}

/** Answers are kept longer than anybody tries again. */
export async function forgetAnswers(db: Executor, days: number): Promise<void> {
  await db.execute(sql`delete from api_answers where created_at < now() - make_interval(days => ${days})`);
}
