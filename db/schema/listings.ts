import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, currency, minor, tsvector } from './columns';
import { products } from './catalog';

/**
 * The read side of the catalogue: everything cards, category pages and search show, worked out when it
 * changes and not when it is read. Only `lib/search/listings` writes here, always whole products at a time
 * and always from the tables of record, so that any row can be thrown away and made again.
 */

/** The picture of a card, as `lib/media` knows it. */
export type ListingImage = {
  readonly baseKey: string;
  readonly widths: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly blur: string | null;
  readonly alt: string;
};

/** One live product: what a card shows in every language and currency. */
export const listings = pgTable('listings', {
  productId: uuid()
    .primaryKey()
    .references(() => products.id, { onDelete: 'cascade' }),
  slug: text().notNull(),
  brand: text(),
  categoryId: uuid().notNull(),
  image: jsonb().$type<ListingImage>(),
  /** At most five. */
  swatches: jsonb().$type<{ label: string; hex: string }[]>().notNull().default([]),
  swatchCount: smallint().notNull().default(0),
  variantCount: smallint().notNull().default(1),
  ratingCount: integer().notNull().default(0),
  ratingSum: integer().notNull().default(0),
  /** Logarithm of how much it is bought and talked about; 0 when nobody has. */
  popularity: real().notNull().default(0),
  publishedAt: at().notNull(),
  projectedAt: at().notNull(),
});

/** A listing's words in one language, kept short so that ranking reads no out-of-line storage. */
export const listingTexts = pgTable(
  'listing_texts',
  {
    productId: uuid().notNull(),
    locale: text().notNull(),
    title: text().notNull(),
    /** Title A, brand and category B, attributes C, the beginning of highlights and description D. */
    words: tsvector().notNull(),
    /** Different stems in the title: a word says more of a short one. */
    titleWords: smallint().notNull().default(0),
    /** What ranking multiplies a match by: a little for being wanted, a little less for not being sold. */
    prior: real().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.locale] }),
    // Search: products that carry the words of a question.
    index('listing_texts_words').using('gin', table.words),
  ],
);

/** What a listing costs in a currency. The default market's currency has a row even when nobody sells it. */
export const listingPrices = pgTable(
  'listing_prices',
  {
    productId: uuid().notNull(),
    currency: currency().notNull(),
    /** The buy box of the cheapest choice that can be bought; null when nobody offers the product. */
    priceMinor: minor(),
    priceVaries: boolean().notNull(),
    compareAtMinor: minor(),
    saleEndsAt: at(),
    freeDelivery: boolean().notNull(),
    availability: text().notNull().$type<'in_stock' | 'few_left' | 'out_of_stock' | 'unavailable'>(),
    /** Set when few are left. */
    stockLeft: smallint(),
    sellerName: text(),
    offerCount: integer().notNull(),
    /** Of all its choices, so that what lists have in common is counted without reading them. */
    facets: integer().array().notNull().default([]),
    ratingCount: integer().notNull().default(0),
    ratingSum: integer().notNull().default(0),
    /** When the last reduction of a choice ends, `infinity` for one without an end; null without any. */
    onSaleUntil: at(),
  },
  (table) => [primaryKey({ columns: [table.productId, table.currency] })],
);

/** What can be filtered by: one value of one facet. Rows are only ever added. */
export const facetValues = pgTable(
  'facet_values',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** `brand`, `seller`, `category`, or an attribute's key. */
    key: text().notNull(),
    value: text().notNull(),
  },
  (table) => [uniqueIndex().on(table.key, table.value)],
);

/** One choice of a product in one currency, so that "red and M and under 20" is true of one variant. */
export const listingVariants = pgTable(
  'listing_variants',
  {
    variantId: uuid().notNull(),
    currency: currency().notNull(),
    productId: uuid().notNull(),
    /** Ids of `facet_values`: the variant's and the product's attributes, brand, sellers, categories. */
    facets: integer().array().notNull(),
    /** Of the buy box; null when nobody offers it. */
    offerId: uuid(),
    sellerId: uuid(),
    priceMinor: minor(),
    compareAtMinor: minor(),
    saleEndsAt: at(),
    deliveryMinor: minor(),
    /** What can be sold of the buy box. */
    available: integer().notNull(),
    offerCount: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.variantId, table.currency] }),
    // The variants behind a listing, for filters and for making its price.
    index('listing_variants_product').on(table.productId, table.currency),
    // Products with a chosen facet value, among all of them.
    index('listing_variants_facets').using('gin', table.facets),
  ],
);

/**
 * A listing in each category it is browsed in: its own and those above. Every sort has a key that is read
 * in ascending order, ties by product, so that any page of any category is one range of one index and costs
 * the same in a category of a hundred and of a hundred thousand. What cannot be bought comes last.
 */
export const listingCategories = pgTable(
  'listing_categories',
  {
    productId: uuid().notNull(),
    categoryId: uuid().notNull(),
    currency: currency().notNull(),
    popularKey: bigint({ mode: 'number' }).notNull(),
    newestKey: bigint({ mode: 'number' }).notNull(),
    priceUpKey: bigint({ mode: 'number' }).notNull(),
    priceDownKey: bigint({ mode: 'number' }).notNull(),
    ratingKey: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.categoryId, table.currency] }),
    // One page of a category in that order, for each sort.
    index('listing_categories_popular').on(
      table.categoryId,
      table.currency,
      table.popularKey,
      table.productId,
    ),
    index('listing_categories_newest').on(table.categoryId, table.currency, table.newestKey, table.productId),
    index('listing_categories_price_up').on(
      table.categoryId,
      table.currency,
      table.priceUpKey,
      table.productId,
    ),
    index('listing_categories_price_down').on(
      table.categoryId,
      table.currency,
      table.priceDownKey,
      table.productId,
    ),
    index('listing_categories_rating').on(table.categoryId, table.currency, table.ratingKey, table.productId),
  ],
);

/**
 * In how many listings a stem occurs: rare words say more about what is meant. Counted anew
 * now and then. The empty lexeme counts all listings.
 */
export const searchLexemes = pgTable(
  'search_lexemes',
  {
    locale: text().notNull(),
    lexeme: text().notNull(),
    documents: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.locale, table.lexeme] })],
);

/** The words of titles as written, for corrections and completions. Counted with `search_lexemes`. */
export const searchWords = pgTable(
  'search_words',
  {
    locale: text().notNull(),
    word: text().notNull(),
    documents: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.locale, table.word] }),
    // Words written alike, for a word nobody uses.
    index('search_words_alike').using('gin', table.word.op('gin_trgm_ops')),
    // Words that begin so, while typing.
    index('search_words_prefix').on(table.locale, table.word.op('text_pattern_ops')),
  ],
);
