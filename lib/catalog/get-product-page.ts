import { sql } from 'drizzle-orm';
import { publicId } from '@/lib/kernel/ids';
import type { ShownIn } from '@/lib/kernel/market';
import { summarizeRating } from '@/lib/kernel/rating';
import { toGalleryPicture, type StoredPicture } from '@/lib/media/model';
import type { Executor } from '@/lib/platform/database';
import type { Attributes } from './attribute-schema';
import { describeAttributes } from './describe-attributes';
import { describeOptions } from './describe-options';
import { getAttributeSchema } from './get-attribute-schema';
import { listAncestors } from './get-category-page';
import { storedPicture } from './media-sql';
import type { ProductPage, ProductVariant } from './model';
import { pictureOfVariant } from './picture-of-variant';
import { readOffers } from './read-offers';

type ProductRow = {
  id: string;
  slug: string;
  category_id: string;
  brand_name: string | null;
  brand_slug: string | null;
  title: string;
  description: string;
  highlights: string[];
  attributes: Attributes;
  rating_count: number;
  rating_sum: number;
  updated_at: Date;
};

type MediaRow = { variant_id: string | null; picture: StoredPicture; film: string | null };
type VariantRow = { id: string; options: Record<string, string>; gtin: string | null };

/** The page of a live product, or null. Prices and stock are those of this moment. */
export async function getProductPage(
  db: Executor,
  slug: string,
  shownIn: ShownIn,
): Promise<ProductPage | null> {
  const product = await readProduct(db, slug, shownIn.locale);
  if (!product) return null;
  const [ancestors, schema, media, variants, offers] = await Promise.all([
    listAncestors(db, product.category_id, shownIn.locale),
    getAttributeSchema(db, product.category_id),
    readMedia(db, product.id),
    readVariants(db, product.id),
    readOffers(db, product.id, shownIn),
  ]);
  const options = describeOptions(
    schema,
    variants.map((row) => row.options),
  );
  const pictured = media.map((row) => row.variant_id);
  return {
    productId: publicId('prd', product.id),
    slug: product.slug,
    title: product.title,
    brand:
      product.brand_name === null || product.brand_slug === null
        ? null
        : { name: product.brand_name, slug: product.brand_slug },
    category: ancestors.at(-1) ?? null,
    ancestors: ancestors.slice(0, -1),
    description: product.description
      .split(/\n+/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean),
    highlights: product.highlights,
    gallery: media.map(({ picture, film }) => toGalleryPicture(picture, film)),
    options,
    variants: variants
      .map((row) => ({
        variantId: publicId('var', row.id),
        choice: row.options,
        gtin: row.gtin,
        pictureIndex: pictureOfVariant(row, variants, options, pictured),
        offers: offers.get(row.id) ?? [],
      }))
      .sort((one, other) => Number(isBuyable(other)) - Number(isBuyable(one))),
    attributes: describeAttributes(schema, product.attributes, shownIn.locale),
    rating: summarizeRating(product.rating_count, product.rating_sum),
    updatedAt: new Date(product.updated_at).toISOString(),
  };
}

async function readProduct(db: Executor, slug: string, locale: string): Promise<ProductRow | undefined> {
  const [row] = await db.execute<ProductRow>(sql`
    select p.id, p.slug, p.category_id, b.name as brand_name, b.slug as brand_slug,
      t.title, t.description, t.highlights, r.attributes, p.updated_at,
      rated.count as rating_count, rated.sum as rating_sum
    from products p
    join product_revisions r on r.product_id = p.id and r.revision = p.live_revision
    cross join lateral (
      select title, description, highlights from product_translations
      where product_id = p.id and revision = p.live_revision
      order by locale = ${locale} desc, locale limit 1
    ) t
    cross join lateral (
      select count(*)::int as count, coalesce(sum(rating), 0)::int as sum
      from product_reviews where product_id = p.id and status = 'published'
    ) rated
    left join brands b on b.id = p.brand_id
    where p.slug = ${slug} and p.status = 'live'`);
  return row;
}

async function readMedia(db: Executor, productId: string): Promise<readonly MediaRow[]> {
  return db.execute<MediaRow>(sql`
    select m.variant_id, ${storedPicture(sql`a`, sql`m.alt`)} as picture, film.base_key as film
    from product_media m join media_assets a on a.id = m.asset_id
      left join media_assets film on film.id = a.film_id and film.status = 'ready'
    where m.product_id = ${productId}::uuid and a.kind = 'image' and a.status = 'ready'
    order by m.position`);
}

async function readVariants(db: Executor, productId: string): Promise<readonly VariantRow[]> {
  return db.execute<VariantRow>(sql`
    select id, options, gtin from variants
    where product_id = ${productId}::uuid and not retired order by position, id`);
}

function isBuyable({ offers }: ProductVariant): boolean {
  return offers[0] !== undefined && offers[0].availability !== 'out_of_stock';
}
