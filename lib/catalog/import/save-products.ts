import { sql, type SQL } from 'drizzle-orm';
import { newId } from '@/lib/kernel/ids';
import { askForPictures } from '@/lib/media';
import type { Transaction } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';
import { ensureCategories } from '../taxonomy/ensure-categories';
import type { ImportedProduct } from './map-row';

/** A product as it now is in the database. */
export type SavedProduct = {
  readonly productId: string;
  readonly variantId: string;
  /** Why its picture could not be had so far, in words for an operator; the worker tries again. */
  readonly pictureFailure: string | null;
};

/** What products refer to, by path and by slug. */
export type ProductSurroundings = {
  readonly categoryIds: ReadonlyMap<string, string>;
  readonly brandIds: ReadonlyMap<string, string>;
};

/**
 * Makes sure of the categories and brands of a batch. In a transaction of its own: batches that are saved at
 * the same time share them, and would wait for each other to the end.
 */
export async function prepareProducts(
  tx: Transaction,
  products: readonly ImportedProduct[],
): Promise<ProductSurroundings> {
  const categoryIds = await ensureCategories(
    tx,
    products.map(({ categoryPath }) => categoryPath),
  );
  return { categoryIds, brandIds: await saveBrands(tx, products) };
}

/**
 * Saves a batch of imported products, each with one variant, live at once, and answers what they became by
 * external id. What came before under the same external id is updated: a changed text or attribute is a new
 * revision, an unchanged one writes nothing. The slug stays what it was at first.
 */
export async function saveProducts(
  tx: Transaction,
  products: readonly ImportedProduct[],
  { categoryIds, brandIds }: ProductSurroundings,
): Promise<ReadonlyMap<string, SavedProduct>> {
  const rows = products.map((product) => ({
    ...product,
    productId: newId(),
    variantId: newId(),
    categoryId: categoryIds.get(product.categoryPath),
    brandId: product.brand ? brandIds.get(product.brand.slug) : null,
  }));
  const given = identities(rows);
  await tx.execute(sql`
    insert into products as p (id, slug, category_id, brand_id, status, live_revision, external_id,
      prior_interest, published_at)
    select product_id, slug, category_id, brand_id, 'live', 0, external_id, prior_interest,
      coalesce(published_at, now())
    from ${given} order by external_id
    on conflict (external_id) do update set category_id = excluded.category_id, brand_id = excluded.brand_id,
      prior_interest = excluded.prior_interest, updated_at = now()
    where (p.category_id, p.brand_id, p.prior_interest)
      is distinct from (excluded.category_id, excluded.brand_id, excluded.prior_interest)`);
  await saveRevisions(tx, products);
  await saveVariants(tx, given);
  const pictureFailures = await savePictures(tx, rows);
  const saved = await tx.execute<{ external_id: string; product_id: string; variant_id: string }>(sql`
    select given.external_id, p.id as product_id, v.id as variant_id
    from ${given} given
    cross join lateral (select id from products where external_id = given.external_id offset 0) p
    cross join lateral (select id from variants where product_id = p.id and options_key = '' offset 0) v`);
  return new Map(
    saved.map(({ external_id: externalId, product_id: productId, variant_id: variantId }) => [
      externalId,
      { productId, variantId, pictureFailure: pictureFailures.get(externalId) ?? null },
    ]),
  );
}

type ProductRow = ImportedProduct & { readonly productId: string; readonly variantId: string };

/** The batch as a table, without its texts: those are sent once, to where they are compared. */
function identities(rows: readonly (ProductRow & Record<string, unknown>)[]): SQL {
  const short = rows.map(({ title, description, highlights, attributes, ...rest }) => rest);
  return sql`(
    select "productId" as product_id, "variantId" as variant_id, "externalId" as external_id, slug,
      "categoryId" as category_id, "brandId" as brand_id, gtin, "priorInterest" as prior_interest,
      "publishedAt" as published_at
    from jsonb_to_recordset(${jsonRows(short)}) as r("productId" uuid, "variantId" uuid, "externalId" text,
      slug text, "categoryId" uuid, "brandId" uuid, gtin text, "priorInterest" real, "publishedAt" timestamptz)
  )`;
}

/** In the order of slugs, so that imports at the same time cannot deadlock on brands. */
async function saveBrands(
  tx: Transaction,
  products: readonly ImportedProduct[],
): Promise<ReadonlyMap<string, string>> {
  const bySlug = new Map(products.flatMap(({ brand }) => (brand ? [[brand.slug, brand] as const] : [])));
  const rows = [...bySlug.values()].map((brand) => ({ ...brand, id: newId() }));
  await tx.execute(sql`
    insert into brands (id, slug, name)
    select id, slug, name from jsonb_to_recordset(${jsonRows(rows)}) as b(id uuid, slug text, name text)
    where not exists (select 1 from brands known where known.slug = b.slug) order by slug
    on conflict (slug) do nothing`);
  const saved = await tx.execute<{ slug: string; id: string }>(sql`
    select slug, id from brands where slug in (select jsonb_array_elements_text(${jsonRows([...bySlug.keys()])}))`);
  return new Map(saved.map(({ slug, id }) => [slug, id]));
}

/** A new product has revision 0 until here; whatever says something new gets the next one. */
async function saveRevisions(tx: Transaction, products: readonly ImportedProduct[]): Promise<void> {
  const texts = products.map(({ externalId, locale, title, description, highlights, attributes }) => ({
    external_id: externalId,
    locale,
    title,
    description,
    highlights,
    attributes,
  }));
  const given = sql`jsonb_to_recordset(${jsonRows(texts)}) as given(external_id text, locale text, title text,
    description text, highlights jsonb, attributes jsonb)`;
  await tx.execute(sql`
    with changed as materialized (
      select p.id, p.live_revision + 1 as revision, given.locale, given.title, given.description,
        given.highlights, given.attributes, coalesce(s.version, 1) as schema_version
      from ${given}
      join products p on p.external_id = given.external_id
      left join lateral (
        select max(version) as version from category_schemas where category_id = p.category_id
      ) s on true
      left join product_revisions r on r.product_id = p.id and r.revision = p.live_revision
      left join product_translations t
        on t.product_id = p.id and t.revision = p.live_revision and t.locale = given.locale
      where (r.attributes, t.title, t.description, t.highlights)
        is distinct from (given.attributes, given.title, given.description, given.highlights)
    ),
    revised as (
      insert into product_revisions (product_id, revision, schema_version, attributes)
      select id, revision, schema_version, attributes from changed
    ),
    kept as (
      insert into product_translations (product_id, revision, locale, title, description, highlights)
      select changed.id, changed.revision, t.locale, t.title, t.description, t.highlights
      from changed join product_translations t
        on t.product_id = changed.id and t.revision = changed.revision - 1 and t.locale <> changed.locale
    ),
    translated as (
      insert into product_translations (product_id, revision, locale, title, description, highlights)
      select id, revision, locale, title, description, highlights from changed
    )
    update products p set live_revision = changed.revision, updated_at = now()
    from changed where p.id = changed.id`);
}

async function saveVariants(tx: Transaction, given: SQL): Promise<void> {
  await tx.execute(sql`
    insert into variants as v (id, product_id, gtin)
    select given.variant_id, p.id, given.gtin from ${given} given
    join products p on p.external_id = given.external_id
    on conflict (product_id, options_key) do update set gtin = excluded.gtin
    where v.gtin is distinct from excluded.gtin`);
}

/**
 * Pictures are fetched later, by the worker, if they can be; a product is complete without. One that had been given up is
 * tried anew. Answers by external id why those that wait could not be had so far.
 */
async function savePictures(
  tx: Transaction,
  products: readonly (ImportedProduct & { readonly productId: string })[],
): Promise<ReadonlyMap<string, string>> {
  const rows = products.flatMap(({ externalId, imageUrl, title }) =>
    imageUrl === null ? [] : [{ id: newId(), external_id: externalId, source: imageUrl, alt: title }],
  );
  if (rows.length === 0) return new Map();
  const pictures = sql`jsonb_to_recordset(${jsonRows(rows)})
    as r(id uuid, external_id text, source text, alt text)`;
  const wanted = await tx.execute<{ id: string }>(sql`
    insert into media_assets as a (id, source)
    select distinct on (source) id, source from ${pictures} order by source
    on conflict (source) do update set status = 'pending' where a.status = 'failed'
    returning a.id`);
  await askForPictures(
    tx,
    wanted.map(({ id }) => id),
  );
  await tx.execute(sql`
    insert into product_media as m (product_id, position, asset_id, alt)
    select p.id, 0, a.id, r.alt from ${pictures}
    join products p on p.external_id = r.external_id join media_assets a on a.source = r.source
    on conflict (product_id, position) do update set asset_id = excluded.asset_id, alt = excluded.alt
    where (m.asset_id, m.alt) is distinct from (excluded.asset_id, excluded.alt)`);
  const failures = await tx.execute<{ external_id: string; failure: string }>(sql`
    select r.external_id, a.failure from ${pictures}
    cross join lateral (select status, failure from media_assets where source = r.source offset 0) a
    where a.status = 'pending' and a.failure is not null`);
  return new Map(failures.map(({ external_id, failure }) => [external_id, failure]));
}
