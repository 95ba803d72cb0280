import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';
import { attributeSchema, type AttributeSchema } from './attribute-schema';

/** The latest schema of a category or of its nearest ancestor that has one; an empty one when none has. */
export async function getAttributeSchema(db: Executor, categoryId: string): Promise<AttributeSchema> {
  const [row] = await db.execute<{ definition: unknown }>(sql`
    select s.definition from categories c
    cross join lateral unnest(c.lineage) with ordinality as ancestor(id, depth)
    join category_schemas s on s.category_id = ancestor.id
    where c.id = ${categoryId}::uuid
    order by ancestor.depth desc, s.version desc limit 1`);
  return row ? attributeSchema.parse(row.definition) : { attributes: [] };
}
