import { sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/platform/database';
import { uuidArray } from '@/lib/platform/sql-values';
import { importStock } from './import-stock';
import { lockStock } from './lock-stock';

/** How many there are of an offer, or how many more there are than before. */
export type StockCount = { readonly offerId: string } & (
  { readonly onHand: number } | { readonly more: number }
);

/**
 * Sets what is on hand of a batch of offers, and answers those that it left alone because buyers hold more. Whose
 * offers they are is the caller's question. Emits nothing, as `importStock`.
 */
export async function countStock(
  tx: Transaction,
  counts: readonly StockCount[],
  reference: string,
): Promise<ReadonlySet<string>> {
  const ids = counts.map(({ offerId }) => offerId);
  await tx.execute(sql`
    insert into stock (offer_id) select unnest(${uuidArray(ids)}) as offer_id order by offer_id on conflict do nothing`);
  const locked = await lockStock(tx, ids);
  const wanted = counts.map((count) => {
    const { onHand, reserved } = locked.get(count.offerId)!;
    return {
      offerId: count.offerId,
      onHand: 'onHand' in count ? count.onHand : onHand + count.more,
      reserved,
    };
  });
  const fits = ({ onHand, reserved }: (typeof wanted)[number]) => onHand >= reserved;
  await importStock(tx, wanted.filter(fits), reference);
  return new Set(wanted.filter((count) => !fits(count)).map(({ offerId }) => offerId));
}
