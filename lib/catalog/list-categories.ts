import { sql } from 'drizzle-orm';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { categoryName } from './category-names';
import type { CategoryChoice } from './model';

/** The whole tree, departments in their order and each followed by what is in it. */
export async function listCategories(db: Executor, locale: string): Promise<CategoryChoice[]> {
  const rows = await db.execute<{ id: string; names: string[] }>(sql`
    with named as materialized (
      select c.id, c.lineage, c.position, ${categoryName(sql`c`, locale)} as name from categories c
    )
    select self.id, way.names from named self
    cross join lateral (
      select jsonb_agg(above.name order by step.depth) as names,
        array_agg(lpad(above.position::text, 6, '0') || above.name order by step.depth) as places
      from unnest(self.lineage) with ordinality as step(id, depth) join named above on above.id = step.id
    ) way
    order by way.places`);
  return rows.map(({ id, names }) => ({ categoryId: publicId('cat', id), names }));
}
