import { sql } from 'drizzle-orm';
import { newId } from '@/lib/kernel/ids';
import type { Transaction } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';
import { attributeSchema, type AttributeSchema } from '../attribute-schema';
import { taxCategoryOf } from './tax-category';
import { TAXONOMY, taxonomySchema, type TaxonomyCategory } from './taxonomy';

const LOCALE = 'en';
/** Any number will do, as long as everybody who adds categories takes the same lock. */
const CATEGORIES_LOCK = 7_305_114;

type Known = { readonly id: string; readonly version: number | null; readonly definition: unknown };

/**
 * Makes sure of these categories and those above them, and answers every category's id by path. What exists
 * keeps its name and place; a schema that lacks attributes of the taxonomy gets a new version with them.
 * Throws `RangeError` for a path that is neither there nor in the taxonomy.
 */
export async function ensureCategories(
  tx: Transaction,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const needed = [...new Set(paths.flatMap(withAncestors))];
  let known = await readCategories(tx);
  if (!needed.every((path) => isComplete(path, known.get(path)))) {
    // Only now, and once: whoever comes second finds the categories there.
    await tx.execute(sql`select pg_advisory_xact_lock(${CATEGORIES_LOCK})`);
    known = await readCategories(tx);
    await addCategories(tx, needed, known);
    known = await readCategories(tx);
    for (const path of needed) await extendSchema(tx, path, known.get(path));
  }
  return new Map([...known].map(([path, { id }]) => [path, id]));
}

async function readCategories(tx: Transaction): Promise<ReadonlyMap<string, Known>> {
  const rows = await tx.execute<Known & { path: string }>(sql`
    select c.path, c.id, s.version, s.definition from categories c
    left join lateral (
      select version, definition from category_schemas
      where category_id = c.id order by version desc limit 1
    ) s on true`);
  return new Map(rows.map((row) => [row.path, row]));
}

function isComplete(path: string, known: Known | undefined): boolean {
  return known !== undefined && missingAttributes(path, known).length === 0;
}

function missingAttributes(path: string, { definition }: Known): AttributeSchema['attributes'] {
  const wanted = taxonomySchema(path)?.attributes ?? [];
  if (wanted.length === 0) return [];
  const present = new Set(schemaOf(definition).attributes.map(({ key }) => key));
  return wanted.filter(({ key }) => !present.has(key));
}

function schemaOf(definition: unknown): AttributeSchema {
  return definition === null ? { attributes: [] } : attributeSchema.parse(definition);
}

/** `a/b/c` -> `a`, `a/b`, `a/b/c`. */
function withAncestors(path: string): string[] {
  const slugs = path.split('/');
  return slugs.map((_, index) => slugs.slice(0, index + 1).join('/'));
}

async function addCategories(
  tx: Transaction,
  needed: readonly string[],
  known: ReadonlyMap<string, Known>,
): Promise<void> {
  const ids = new Map([...known].map(([path, { id }]) => [path, id]));
  const missing = needed.filter((path) => !known.has(path)).map(requireInTaxonomy);
  for (const { path } of missing) ids.set(path, newId());
  const rows = missing.map(({ path, name, taxonomy }) => {
    const lineage = withAncestors(path).map((ancestor) => ids.get(ancestor));
    return {
      id: ids.get(path),
      parent: lineage.at(-2) ?? null,
      slug: path.split('/').at(-1),
      path,
      lineage,
      name,
      taxonomy: taxonomy ?? null,
      tax_category: taxCategoryOf(path),
      position: TAXONOMY.findIndex((category) => category.path === path),
    };
  });
  await tx.execute(sql`
    with wanted as materialized (
      select * from jsonb_to_recordset(${jsonRows(rows)}) as c(id uuid, parent uuid, slug text, path text,
        lineage jsonb, name text, taxonomy text, tax_category tax_category, position int)
    ),
    added as (
      insert into categories (id, parent_id, slug, path, lineage, depth, position, external_id, tax_category)
      select id, parent, slug, path, array(select jsonb_array_elements_text(lineage)::uuid),
        jsonb_array_length(lineage) - 1, position, taxonomy, tax_category from wanted order by jsonb_array_length(lineage)
    )
    insert into category_translations (category_id, locale, name) select id, ${LOCALE}, name from wanted`);
}

function requireInTaxonomy(path: string): TaxonomyCategory {
  const category = TAXONOMY.find((each) => each.path === path);
  if (!category) throw new RangeError(`There is no category ${path}`);
  return category;
}

async function extendSchema(tx: Transaction, path: string, known: Known | undefined): Promise<void> {
  if (!known) throw new Error(`Category ${path} was added and is not there`);
  const added = missingAttributes(path, known);
  if (added.length === 0) return;
  const definition: AttributeSchema = { attributes: [...schemaOf(known.definition).attributes, ...added] };
  await tx.execute(sql`
    insert into category_schemas (category_id, version, definition)
    values (${known.id}::uuid, ${(known.version ?? 0) + 1}, ${JSON.stringify(definition)}::jsonb)`);
}
