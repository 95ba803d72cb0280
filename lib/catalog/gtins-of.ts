import { inArray } from 'drizzle-orm';
import { variants } from '@/db/schema/catalog';
import type { Executor } from '@/lib/platform/database';

/** The GTINs of these variants, as their source wrote them; variants without one are left out. */
export async function gtinsOf(
  db: Executor,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (variantIds.length === 0) return new Map();
  const rows = await db
    .select({ id: variants.id, gtin: variants.gtin })
    .from(variants)
    .where(inArray(variants.id, [...new Set(variantIds)]));
  return new Map(rows.flatMap(({ id, gtin }) => (gtin === null ? [] : [[id, gtin] as const])));
}
