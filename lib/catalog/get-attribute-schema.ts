import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';
import { attributeSchema, type AttributeSchema } from './attribute-schema';

/** The latest schema of a category or of its nearest ancestor that has one; an empty one when none has. */
export async function getAttributeSchema(db: Executor, categoryId: string): Promise<AttributeSchema> {
  return (await getVersionedSchema(db, categoryId)).schema;
}

/** The same with its version, for a revision to point at. */
export async function getVersionedSchema(
  db: Executor,
  categoryId: string,
): Promise<{ readonly version: number; readonly schema: AttributeSchema }> {
  const [row] = await db.execute<{ definition: unknown; version: number }>(sql`
    select s.definition, s.version from categories c
    cross join lateral unnest(c.lineage) with ordinality as ancestor(id, depth)
    join category_schemas s on s.category_id = ancestor.id
    where c.id = ${categoryId}::uuid
    order by ancestor.depth desc, s.version desc limit 1`);
  return row
    ? { version: row.version, schema: attributeSchema.parse(row.definition) }
    : { version: 1, schema: { attributes: [] } };
}
