import { sql } from 'drizzle-orm';
import { newId } from '@/lib/kernel/ids';
import type { Transaction } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';
import { attributeSchema, type AttributeSchema } from '../attribute-schema';
import { TAXONOMY, taxonomySchema, type TaxonomyCategory } from './taxonomy';

const LOCALE = 'en';

/**
 * Makes sure of these categories and those above them, and answers every category's id by path. What exists
 * keeps its name and place; a schema that lacks attributes of the taxonomy gets a new version with them.
 */
export async function ensureCategories(
  tx: Transaction,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = await readCategoryIds(tx);
  const needed = new Set(paths.flatMap(withAncestors));
  const missing = TAXONOMY.filter(({ path }) => needed.has(path) && !ids.has(path));
  for (const category of missing) ids.set(category.path, newId());
  await insertCategories(tx, missing, ids);
  for (const path of needed) {
    const wanted = taxonomySchema(path);
    const id = ids.get(path);
    if (id === undefined) throw new RangeError(`There is no category ${path}`);
    if (wanted) await extendSchema(tx, id, wanted);
  }
  return ids;
}

async function readCategoryIds(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.execute<{ path: string; id: string }>(sql`select path, id from categories`);
  return new Map(rows.map(({ path, id }) => [path, id]));
}

/** `a/b/c` -> `a`, `a/b`, `a/b/c`. */
function withAncestors(path: string): string[] {
  const slugs = path.split('/');
  return slugs.map((_, index) => slugs.slice(0, index + 1).join('/'));
}

async function insertCategories(
  tx: Transaction,
  categories: readonly TaxonomyCategory[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = categories.map(({ path, name, taxonomy }) => {
    const ancestors = withAncestors(path);
    return {
      id: ids.get(path),
      parent: ids.get(ancestors.at(-2) ?? '') ?? null,
      slug: path.split('/').at(-1),
      path,
      lineage: ancestors.map((ancestor) => ids.get(ancestor)),
      name,
      taxonomy: taxonomy ?? null,
      position: TAXONOMY.findIndex((category) => category.path === path),
    };
  });
  await tx.execute(sql`
    with wanted as materialized (
      select * from jsonb_to_recordset(${jsonRows(rows)}) as c(id uuid, parent uuid, slug text, path text,
        lineage jsonb, name text, taxonomy text, position int)
    ),
    added as (
      insert into categories (id, parent_id, slug, path, lineage, depth, position, external_id)
      select id, parent, slug, path, array(select jsonb_array_elements_text(lineage)::uuid),
        jsonb_array_length(lineage) - 1, position, taxonomy from wanted order by jsonb_array_length(lineage)
    )
    insert into category_translations (category_id, locale, name) select id, ${LOCALE}, name from wanted`);
}

async function extendSchema(tx: Transaction, categoryId: string, wanted: AttributeSchema): Promise<void> {
  const [latest] = await tx.execute<{ version: number; definition: unknown }>(sql`
    select version, definition from category_schemas
    where category_id = ${categoryId}::uuid order by version desc limit 1`);
  const present = latest ? attributeSchema.parse(latest.definition) : { attributes: [] };
  const known = new Set(present.attributes.map(({ key }) => key));
  const added = wanted.attributes.filter(({ key }) => !known.has(key));
  if (added.length === 0) return;
  const definition: AttributeSchema = { attributes: [...present.attributes, ...added] };
  await tx.execute(sql`
    insert into category_schemas (category_id, version, definition)
    values (${categoryId}::uuid, ${(latest?.version ?? 0) + 1}, ${JSON.stringify(definition)}::jsonb)`);
}
