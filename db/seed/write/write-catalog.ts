import {
  brands,
  categories,
  categorySchemas,
  categoryTranslations,
  productMedia,
  productRevisions,
  products,
  productTranslations,
  variants,
} from '@/db/schema/catalog';
import { stock } from '@/db/schema/inventory';
import { mediaAssets } from '@/db/schema/media';
import { offerPriceChanges, offerPrices, offers } from '@/db/schema/offers';
import { attributeSchema, taxCategoryOf } from '@/lib/catalog';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Executor } from '@/lib/platform/database';
import { artworkSource } from '../artwork/recipe';
import { DEPARTMENTS } from '../demo-data/departments';
import type { AttributeSeed, CategorySeed, DepartmentSeed } from '../demo-data/product-type';
import type { SeedProduct } from '../market/make-products';
import { slugOf } from '../market/slug';
import { seedId } from '../random';
import { insertRows } from './insert-rows';
import { assetIdOf, assetRow, sellerIdOf } from './write-sellers';

const HOUR_MS = 3600 * 1000;
const LOCALE = 'en';

export function categoryIdOf(path: string): string {
  return seedId(`category ${path}`);
}

/** A department's tile is its icon in its scene. */
export function tileSource({ icon, scene, name }: DepartmentSeed): string {
  return artworkSource({ icon, scene, shot: 'tile', colour: null, brand: name });
}

/** Writes the tree with each category's attribute schema: its own attributes and those of its department. */
export async function writeCategories(db: Executor): Promise<void> {
  await insertRows(
    db,
    mediaAssets,
    DEPARTMENTS.map((department) => assetRow(tileSource(department))),
  );
  for (const [position, department] of DEPARTMENTS.entries()) {
    const imageAssetId = assetIdOf(tileSource(department));
    await writeCategory(db, department, {
      path: department.slug,
      position,
      lineage: [],
      inherited: [],
      imageAssetId,
    });
    for (const [childPosition, child] of (department.children ?? []).entries()) {
      await writeCategory(db, child, {
        path: `${department.slug}/${child.slug}`,
        position: childPosition,
        lineage: [categoryIdOf(department.slug)],
        inherited: department.attributes ?? [],
        imageAssetId: null,
      });
    }
  }
}

type Place = {
  readonly path: string;
  readonly position: number;
  readonly lineage: readonly string[];
  readonly inherited: readonly AttributeSeed[];
  readonly imageAssetId: string | null;
};

async function writeCategory(db: Executor, category: CategorySeed, place: Place): Promise<void> {
  const id = categoryIdOf(place.path);
  await insertRows(db, categories, [
    {
      id,
      parentId: place.lineage.at(-1) ?? null,
      slug: category.slug,
      taxCategory: taxCategoryOf(place.path),
      path: place.path,
      lineage: [...place.lineage, id],
      depth: place.lineage.length,
      position: place.position,
      imageAssetId: place.imageAssetId,
    },
  ]);
  await insertRows(db, categoryTranslations, [
    { categoryId: id, locale: LOCALE, name: category.name, description: category.description ?? '' },
  ]);
  const own = category.attributes ?? [];
  const inherited = place.inherited.filter(({ key }) => !own.some((attribute) => attribute.key === key));
  const definition = attributeSchema.parse({ attributes: [...own, ...inherited] });
  await insertRows(db, categorySchemas, [{ categoryId: id, version: 1, definition }]);
}

/** Writes products with their texts, choices, pictures, offers and stock. */
export async function writeProducts(db: Executor, seeds: readonly SeedProduct[], now: Date): Promise<void> {
  const brandNames = [...new Set(seeds.map((product) => product.brand))];
  await insertRows(
    db,
    brands,
    brandNames.map((name) => ({ id: seedId(`brand ${name}`), slug: slugOf(name), name })),
  );
  await insertRows(
    db,
    mediaAssets,
    seeds.flatMap((product) => product.pictures.map(({ recipe }) => assetRow(artworkSource(recipe)))),
  );
  await insertRows(
    db,
    products,
    seeds.map((product) => productRow(product, now)),
  );
  await insertRows(
    db,
    productRevisions,
    seeds.map((product) => ({ productId: product.id, revision: 1, attributes: product.attributes })),
  );
  await insertRows(
    db,
    productTranslations,
    seeds.map((product) => ({
      productId: product.id,
      revision: 1,
      locale: LOCALE,
      title: product.title,
      description: product.description,
      highlights: [...product.highlights],
    })),
  );
  await insertRows(db, variants, seeds.flatMap(variantRows));
  await insertRows(db, productMedia, seeds.flatMap(mediaRows));
  const all = seeds.flatMap((product) => product.offers);
  await insertRows(
    db,
    offers,
    all.map((offer) => ({
      id: offer.id,
      sellerId: sellerIdOf(offer.sellerName),
      variantId: offer.variantId,
      sellerSku: offer.sku,
      condition: offer.condition,
    })),
  );
  await insertRows(
    db,
    offerPrices,
    all.flatMap((offer) =>
      (['EUR', 'USD'] as const).map((currency) => ({
        offerId: offer.id,
        market: DEFAULT_MARKET.code,
        currency,
        priceMinor: offer.priceMinor[currency],
        compareAtMinor: offer.compareAtMinor?.[currency] ?? null,
        saleEndsAt:
          offer.saleEndsInHours === null ? null : new Date(now.getTime() + offer.saleEndsInHours * HOUR_MS),
      })),
    ),
  );
  // The price that a reduction is measured by was asked for before.
  await insertRows(
    db,
    offerPriceChanges,
    all.flatMap(({ id, compareAtMinor }) =>
      compareAtMinor === null
        ? []
        : (['EUR', 'USD'] as const).map((currency) => ({
            offerId: id,
            market: DEFAULT_MARKET.code,
            currency,
            changedAt: new Date(now.getTime() - 45 * 24 * HOUR_MS),
            priceMinor: compareAtMinor[currency],
          })),
    ),
  );
  await insertRows(
    db,
    stock,
    all.map((offer) => ({ offerId: offer.id, onHand: offer.onHand })),
  );
}

function productRow(product: SeedProduct, now: Date): typeof products.$inferInsert {
  const publishedAt = new Date(now.getTime() - product.ageDays * 24 * HOUR_MS);
  return {
    id: product.id,
    slug: product.slug,
    categoryId: categoryIdOf(product.category),
    brandId: seedId(`brand ${product.brand}`),
    status: 'live',
    publishedAt,
    createdAt: publishedAt,
  };
}

function variantRows(product: SeedProduct): (typeof variants.$inferInsert)[] {
  return product.variants.map((variant, position) => ({
    id: variant.id,
    productId: product.id,
    gtin: variant.gtin,
    options: { ...variant.options },
    optionsKey: Object.entries(variant.options)
      .map(([key, value]) => `${key}=${value}`)
      .sort()
      .join(';'),
    position,
  }));
}

function mediaRows(product: SeedProduct): (typeof productMedia.$inferInsert)[] {
  return product.pictures.map(({ assetId, variantId }, position) => ({
    productId: product.id,
    position,
    assetId,
    variantId,
    alt: product.title,
  }));
}
