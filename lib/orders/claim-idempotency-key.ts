import { and, eq, sql } from 'drizzle-orm';
import { idempotencyKeys } from '@/db/schema/orders';
import type { Executor, Transaction } from '@/lib/platform/database';

type Request = {
  readonly scope: string;
  readonly key: string;
  readonly requestHash: string;
  /** What the request is about to make. */
  readonly reference: string;
};

export type IdempotencyClaim =
  | { readonly state: 'new' }
  | { readonly state: 'done'; readonly reference: string }
  | { readonly state: 'mismatch' };

/**
 * Claims a key for this transaction. A second request with the key waits here until the first has committed and
 * then gets its answer, or, if the first rolled back, has the key to itself. The same key with another request
 * is a `mismatch`.
 */
export async function claimIdempotencyKey(tx: Transaction, request: Request): Promise<IdempotencyClaim> {
  const mine = and(eq(idempotencyKeys.scope, request.scope), eq(idempotencyKeys.key, request.key));
  const inserted = await tx
    .insert(idempotencyKeys)
    .values(request)
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (inserted.length > 0) return { state: 'new' };
  const [earlier] = await tx.select().from(idempotencyKeys).where(mine);
  if (!earlier?.reference || earlier.requestHash !== request.requestHash) return { state: 'mismatch' };
  return { state: 'done', reference: earlier.reference };
}

/** Keys are kept longer than anybody retries. */
export async function forgetIdempotencyKeys(db: Executor, days: number): Promise<void> {
  await db.execute(
    sql`delete from idempotency_keys where created_at < now() - make_interval(days => ${days})`,
  );
}
