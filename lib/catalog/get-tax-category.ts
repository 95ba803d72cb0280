import { sql } from 'drizzle-orm';
import type { TaxCategory } from '@/lib/kernel/tax-category';
import type { Executor } from '@/lib/platform/database';

/** As what a product, or anything of a category, is taxed: `general` for what neither says. */
export async function getTaxCategory(
  db: Executor,
  about: { readonly productId: string | null; readonly categoryId: string | null },
): Promise<TaxCategory> {
  const [row] = await db.execute<{ tax_category: TaxCategory | null }>(sql`
    select coalesce(
      (select coalesce(p.tax_category, c.tax_category) from products p join categories c on c.id = p.category_id
        where p.id = ${about.productId}::uuid),
      (select tax_category from categories where id = ${about.categoryId}::uuid)) as tax_category`);
  return row?.tax_category ?? 'general';
}
