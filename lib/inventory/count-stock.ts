import { sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/platform/database';
import { uuidArray } from '@/lib/platform/sql-values';
import { importStock } from './import-stock';
import { lockStock } from './lock-stock';

/**
 * Sets what is on hand of a batch of offers, and answers those that it left alone because buyers hold more. Whose
 * offers they are is the caller's question. Emits nothing, as `importStock`.
 */
export async function countStock(
  tx: Transaction,
  counts: readonly { readonly offerId: string; readonly onHand: number }[],
  reference: string,
): Promise<ReadonlySet<string>> {
  const ids = counts.map(({ offerId }) => offerId);
  await tx.execute(sql`
    insert into stock (offer_id) select unnest(${uuidArray(ids)}) as offer_id order by offer_id on conflict do nothing`);
  const locked = await lockStock(tx, ids);
  const fits = ({ offerId, onHand }: (typeof counts)[number]) => onHand >= locked.get(offerId)!.reserved;
  await importStock(tx, counts.filter(fits), reference);
  return new Set(counts.filter((count) => !fits(count)).map(({ offerId }) => offerId));
}
