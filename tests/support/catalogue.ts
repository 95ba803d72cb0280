import {
  brands,
  categories,
  categorySchemas,
  categoryTranslations,
  products,
  productRevisions,
  productTranslations,
  variants,
} from '@/db/schema/catalog';
import { stock } from '@/db/schema/inventory';
import { offerPrices, offers } from '@/db/schema/offers';
import type { AttributeSchema, Attributes } from '@/lib/catalog';
import { newId } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';

export type OfferWanted = {
  readonly sellerId: string;
  /** Null is an offer without a price. */
  readonly priceMinor: number | null;
  readonly compareAtMinor?: number;
  readonly onHand?: number;
  readonly condition?: 'new' | 'refurbished' | 'used';
  readonly handlingDays?: number;
};

export type VariantWanted = {
  readonly options?: Readonly<Record<string, string>>;
  readonly offers?: readonly OfferWanted[];
};

export type ProductWanted = {
  readonly categoryId: string;
  readonly title?: string;
  readonly description?: string;
  readonly brand?: string;
  readonly attributes?: Attributes;
  /** One without options and offers, unless told. */
  readonly variants?: readonly VariantWanted[];
};

/** A category, under another or a department. */
export async function addCategory(
  ownerDb: Database,
  slug: string,
  options: { parent?: CategoryMade; schema?: AttributeSchema } = {},
): Promise<CategoryMade> {
  const id = newId();
  const { parent, schema } = options;
  const made = {
    id,
    path: parent ? `${parent.path}/${slug}` : slug,
    lineage: [...(parent?.lineage ?? []), id],
  };
  await ownerDb
    .insert(categories)
    .values({ ...made, slug, parentId: parent?.id ?? null, depth: made.lineage.length - 1 });
  await ownerDb.insert(categoryTranslations).values({ categoryId: id, locale: 'en', name: slug });
  if (schema)
    await ownerDb.insert(categorySchemas).values({ categoryId: id, version: 1, definition: schema });
  return made;
}

export type CategoryMade = { readonly id: string; readonly path: string; readonly lineage: string[] };

/** A live product with its variants and their offers. It has no listing before one is projected. */
export async function addProduct(ownerDb: Database, wanted: ProductWanted): Promise<string> {
  const productId = newId();
  const { title = 'A thing', description = '', attributes = {} } = wanted;
  await ownerDb.insert(products).values({
    id: productId,
    slug: productId,
    categoryId: wanted.categoryId,
    brandId: wanted.brand === undefined ? null : await addBrand(ownerDb, wanted.brand),
    status: 'live',
    publishedAt: new Date(),
  });
  await ownerDb.insert(productRevisions).values({ productId, revision: 1, attributes });
  await ownerDb
    .insert(productTranslations)
    .values({ productId, revision: 1, locale: 'en', title, description });
  for (const [position, variant] of (wanted.variants ?? [{}]).entries()) {
    await addVariant(ownerDb, productId, position, variant);
  }
  return productId;
}

async function addBrand(ownerDb: Database, slug: string): Promise<string> {
  const id = newId();
  await ownerDb.insert(brands).values({ id, slug, name: slug });
  return id;
}

async function addVariant(
  ownerDb: Database,
  productId: string,
  position: number,
  { options = {}, offers: wanted = [] }: VariantWanted,
): Promise<void> {
  const variantId = newId();
  const optionsKey = Object.values(options).join('/');
  await ownerDb.insert(variants).values({ id: variantId, productId, position, options, optionsKey });
  for (const { sellerId, priceMinor, compareAtMinor, onHand = 10, condition, handlingDays } of wanted) {
    const offerId = newId();
    await ownerDb.insert(offers).values({ id: offerId, sellerId, variantId, condition, handlingDays });
    await ownerDb.insert(stock).values({ offerId, onHand });
    if (priceMinor !== null) {
      await ownerDb.insert(offerPrices).values({ offerId, currency: 'EUR', priceMinor, compareAtMinor });
    }
  }
}
