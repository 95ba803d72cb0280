import type { Refusal, Result } from '@/lib/kernel/result';
import type { Database, Transaction } from './database';

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.error);
  }
}

/** A transaction of which nothing stays when its work is refused, however much of it was done by then. */
export async function transact<T, E extends string>(
  db: Database,
  work: (tx: Transaction) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  let refusal: Refusal<E> | null = null;
  try {
    return await db.transaction(async (tx) => {
      const result = await work(tx);
      if (result.ok) return result;
      refusal = result;
      throw new Refused(result);
    });
  } catch (error) {
    if (error instanceof Refused && refusal) return refusal;
    throw error;
  }
}
