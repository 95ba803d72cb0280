import { eq, sql } from 'drizzle-orm';
import { brands, productMedia, productRevisions, productTranslations, products } from '@/db/schema/catalog';
import { newId } from '@/lib/kernel/ids';
import { slugOf } from '@/lib/kernel/slug';
import type { Transaction } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';
import { getVersionedSchema } from '../get-attribute-schema';
import { parseGtin } from '../gtin';
import { optionsKeyOf, type ProductContent } from './content';

const LOCALE = 'en';

type Product = { readonly id: string; readonly slug: string; readonly liveRevision: number };

/**
 * Makes a product say what `content` says, as its next revision: texts, attributes, variants and pictures. What a
 * variant was stays with its id; variants that are no more are retired, since orders point at them. The product is
 * locked by the caller.
 */
export async function applyContent(
  tx: Transaction,
  product: Product,
  content: ProductContent,
  userId: string | null,
): Promise<void> {
  const { categoryId, title, description, highlights, attributes } = content;
  if (categoryId === null) throw new Error(`Product ${product.id} was to be published without a category`);
  const revision = product.liveRevision + 1;
  const { version } = await getVersionedSchema(tx, categoryId);
  await tx
    .insert(productRevisions)
    .values({ productId: product.id, revision, schemaVersion: version, attributes, createdBy: userId });
  await tx
    .insert(productTranslations)
    .values({ productId: product.id, revision, locale: LOCALE, title, description, highlights });
  await keepTranslations(tx, product, revision);
  await saveVariants(tx, product.id, content.variants);
  await savePictures(tx, product.id, content);
  await tx
    .update(products)
    .set({
      categoryId,
      brandId: await saveBrand(tx, content.brand),
      liveRevision: revision,
      slug: product.slug === product.id ? await freeSlug(tx, product.id, title) : product.slug,
      updatedAt: sql`now()`,
    })
    .where(eq(products.id, product.id));
}

/** Other languages say what they said, until somebody translates anew. */
async function keepTranslations(
  tx: Transaction,
  { id, liveRevision }: Product,
  revision: number,
): Promise<void> {
  await tx.execute(sql`
    insert into product_translations (product_id, revision, locale, title, description, highlights)
    select product_id, ${revision}, locale, title, description, highlights from product_translations
    where product_id = ${id} and revision = ${liveRevision} and locale <> ${LOCALE}`);
}

/** Keys are set free first, so that two variants may change places. */
async function saveVariants(
  tx: Transaction,
  productId: string,
  variants: ProductContent['variants'],
): Promise<void> {
  await tx.execute(sql`
    update variants set retired = true, options_key = id::text where product_id = ${productId}`);
  const rows = variants.map(({ variantId, options, gtin }, position) => ({
    id: variantId,
    options,
    key: optionsKeyOf(options),
    gtin: parseGtin(gtin),
    position,
  }));
  await tx.execute(sql`
    insert into variants as v (id, product_id, gtin, options, options_key, position)
    select id, ${productId}::uuid, gtin, options, key, position
    from jsonb_to_recordset(${jsonRows(rows)}) as g(id uuid, gtin text, options jsonb, key text, position int)
    on conflict (id) do update set gtin = excluded.gtin, options = excluded.options,
      options_key = excluded.options_key, position = excluded.position, retired = false
    where v.product_id = excluded.product_id`);
}

async function savePictures(
  tx: Transaction,
  productId: string,
  { pictures, variants }: ProductContent,
): Promise<void> {
  const known = new Set(variants.map(({ variantId }) => variantId));
  await tx.delete(productMedia).where(eq(productMedia.productId, productId));
  if (pictures.length === 0) return;
  await tx.insert(productMedia).values(
    pictures.map(({ assetId, alt, variantId }, position) => ({
      productId,
      assetId,
      alt,
      position,
      variantId: variantId !== null && known.has(variantId) ? variantId : null,
    })),
  );
}

async function saveBrand(tx: Transaction, name: string): Promise<string | null> {
  const slug = slugOf(name);
  if (slug === '') return null;
  await tx.insert(brands).values({ id: newId(), slug, name }).onConflictDoNothing();
  const [brand] = await tx.select({ id: brands.id }).from(brands).where(eq(brands.slug, slug));
  return brand!.id;
}

/** The title as an address, with the end of the id behind it where another product has it. */
async function freeSlug(tx: Transaction, productId: string, title: string): Promise<string> {
  const slug = slugOf(title) || productId;
  const taken = await tx.select({ id: products.id }).from(products).where(eq(products.slug, slug));
  return taken.length === 0 ? slug : `${slug}-${productId.slice(-8)}`;
}
