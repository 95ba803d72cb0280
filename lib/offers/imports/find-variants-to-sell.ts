import { sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';
import { maySell } from '../get-product-to-sell';
import { gtinWritings } from './gtin-of-sheet';
import type { GoodRow } from './read-sheet';

export type FoundVariant = {
  readonly variantId: string;
  /** The seller offers it as new already. */
  readonly isOffered: boolean;
};

/** By row: what of the catalogue this seller may sell has its GTIN; a second one is answered, to be told of. */
export async function findVariantsToSell(
  tx: Transaction,
  sellerId: string,
  rows: readonly GoodRow[],
): Promise<ReadonlyMap<number, readonly FoundVariant[] | 'gtin_wrong'>> {
  const variants = new Map<number, readonly FoundVariant[] | 'gtin_wrong'>();
  const wanted: { number: number; gtins: readonly string[] }[] = [];
  for (const { number, gtin } of rows) {
    const gtins = gtinWritings(gtin);
    variants.set(number, gtins ? [] : 'gtin_wrong');
    if (gtins) wanted.push({ number, gtins });
  }
  const found = await tx.execute<{ number: number; variant_id: string; is_offered: boolean }>(sql`
    select g.number, v.id as variant_id, mine.id is not null as is_offered
    from jsonb_to_recordset(${jsonRows(wanted)}) as g(number int, gtins text[])
    cross join lateral (
      select v.id from variants v join products p on p.id = v.product_id
      where v.gtin = any(g.gtins) and not v.retired and ${maySell(sellerId)} limit 2
    ) v
    left join offers mine on mine.seller_id = ${sellerId} and mine.variant_id = v.id and mine.condition = 'new'`);
  for (const { number, variant_id: variantId, is_offered: isOffered } of found) {
    const before = variants.get(number);
    variants.set(number, [...(before === 'gtin_wrong' || !before ? [] : before), { variantId, isOffered }]);
  }
  return variants;
}
