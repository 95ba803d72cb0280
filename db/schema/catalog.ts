import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { TAX_CATEGORIES } from '../../lib/kernel/tax-category';
import { at, createdAt, id, updatedAt } from './columns';
import { mediaAssets } from './media';
import { sellers } from './sellers';
import { users } from './identity';

/** What is sold, as far as tax asks. */
export const taxCategory = pgEnum('tax_category', TAX_CATEGORIES);

/** The tree people browse. `path` is the slugs from the root (`home/kitchen/mugs`), also the address. */
export const categories = pgTable(
  'categories',
  {
    id: id(),
    parentId: uuid().references((): AnyPgColumn => categories.id),
    slug: text().notNull(),
    path: text().notNull().unique(),
    /** From the root to this one, both included. */
    lineage: uuid().array().notNull(),
    depth: smallint().notNull(),
    position: integer().notNull().default(0),
    imageAssetId: uuid().references(() => mediaAssets.id),
    /** As what its products are taxed, where a product says nothing else. */
    taxCategory: taxCategory().notNull().default('general'),
    /** The taxonomy's own id, where it came from one. */
    externalId: text().unique(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex().on(table.parentId, table.slug), index().on(table.parentId, table.position)],
);

export const categoryTranslations = pgTable(
  'category_translations',
  {
    categoryId: uuid()
      .notNull()
      .references(() => categories.id, { onDelete: 'cascade' }),
    locale: text().notNull(),
    name: text().notNull(),
    description: text().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.categoryId, table.locale] })],
);

/**
 * What products of a category say about themselves: attribute keys with type, unit, choices, and whether
 * they are facets or variant axes. Versions are kept, since revisions were validated by theirs.
 */
export const categorySchemas = pgTable(
  'category_schemas',
  {
    categoryId: uuid()
      .notNull()
      .references(() => categories.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    /** Validated by `lib/catalog`: an `AttributeSchema`. */
    definition: jsonb().$type<unknown>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.categoryId, table.version] })],
);

export const brands = pgTable('brands', {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  createdAt: createdAt(),
});

export const productStatus = pgEnum('product_status', ['draft', 'in_review', 'live', 'declined', 'retired']);

/** What is sold, shared by every seller who offers it, or owned by one (`ownerSellerId`). */
export const products = pgTable(
  'products',
  {
    id: id(),
    slug: text().notNull().unique(),
    categoryId: uuid()
      .notNull()
      .references(() => categories.id),
    brandId: uuid().references(() => brands.id),
    ownerSellerId: uuid().references(() => sellers.id),
    /** As what it is taxed, where that is not what its category says. */
    taxCategory: taxCategory(),
    status: productStatus().notNull().default('draft'),
    statusReason: text().notNull().default(''),
    /** The revision people see. */
    liveRevision: integer().notNull().default(1),
    /** Where an import found it: `<mapping>:<row key>`. Re-imports update the same product. */
    externalId: text().unique(),
    /** How much it was wanted elsewhere before it came here, in people; ranks it until our own sales do. */
    priorInterest: real().notNull().default(0),
    publishedAt: at(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index().on(table.categoryId),
    index().on(table.brandId),
    index().on(table.ownerSellerId),
    // The operator's review queue, oldest first.
    index().on(table.status, table.createdAt),
  ],
);

/** What a product said at a time. Orders, reviews and moderation point at a revision, never at "now". */
export const productRevisions = pgTable(
  'product_revisions',
  {
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    revision: integer().notNull(),
    schemaVersion: integer().notNull().default(1),
    /** Attribute key -> value, validated by the category's schema; unknown keys of imports are kept. */
    attributes: jsonb().$type<Record<string, string | number | boolean>>().notNull().default({}),
    createdBy: uuid().references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.productId, table.revision] })],
);

export const productTranslations = pgTable(
  'product_translations',
  {
    productId: uuid().notNull(),
    revision: integer().notNull(),
    locale: text().notNull(),
    title: text().notNull(),
    description: text().notNull().default(''),
    highlights: jsonb().$type<string[]>().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.productId, table.revision, table.locale] })],
);

export const draftStatus = pgEnum('draft_status', ['draft', 'in_review', 'declined']);

/**
 * What a product is to say next, while its seller writes it and staff looks at it: at most one a product. What is
 * live stays as it is until this is published, becomes a revision and is gone from here.
 */
export const productDrafts = pgTable(
  'product_drafts',
  {
    productId: uuid()
      .primaryKey()
      .references(() => products.id, { onDelete: 'cascade' }),
    status: draftStatus().notNull().default('draft'),
    /** Staff's words when it was sent back. */
    reason: text().notNull().default(''),
    /** Validated by `lib/catalog`: a `ProductContent`. */
    content: jsonb().$type<unknown>().notNull(),
    /** Counts savings; an editor who saw an older one is told. */
    version: integer().notNull().default(1),
    savedBy: uuid().references(() => users.id),
    submittedAt: at(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  // The operator's review queue, the longest waiting first.
  (table) => [index().on(table.status, table.submittedAt)],
);

/** One choice of a product: the values of its variant axes, e.g. `{"colour":"Sage","size":"M"}`. */
export const variants = pgTable(
  'variants',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    /** GTIN-8 to GTIN-14 digits with a valid check digit. */
    gtin: text(),
    options: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** The options in one canonical line, so that a product has each choice once. */
    optionsKey: text().notNull().default(''),
    position: integer().notNull().default(0),
    retired: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex().on(table.productId, table.optionsKey),
    // "Find the product by its barcode"; several sources may name the same one.
    index().on(table.gtin),
    check('variants_gtin_digits', sql`${table.gtin} ~ '^[0-9]{8,14}$'`),
  ],
);

/** A product's pictures in order; with `variantId`, the one to show for that choice. */
export const productMedia = pgTable(
  'product_media',
  {
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    assetId: uuid()
      .notNull()
      .references(() => mediaAssets.id),
    variantId: uuid().references(() => variants.id, { onDelete: 'cascade' }),
    alt: text().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.productId, table.position] }), index().on(table.assetId)],
);

/** How far the import of a file has come, saved with each batch's rows, so that it can go on from there. */
export const catalogImports = pgTable('catalog_imports', {
  id: id(),
  /** The mapping's name and the file's digest: the same file read the same way. */
  sourceKey: text().notNull().unique(),
  file: text().notNull(),
  rowsRead: integer().notNull().default(0),
  rowsFailed: integer().notNull().default(0),
  startedAt: createdAt(),
  finishedAt: at(),
});
