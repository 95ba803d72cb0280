import { sql } from 'drizzle-orm';
import { check, index, integer, pgEnum, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns';
import { customers } from './customers';
import { products } from './catalog';
import { sellers } from './sellers';

export const reviewStatus = pgEnum('review_status', ['published', 'hidden']);

/** What buyers say of a product, bound to the revision they bought. */
export const productReviews = pgTable(
  'product_reviews',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    productRevision: integer().notNull(),
    customerId: uuid().references(() => customers.id),
    authorName: text().notNull(),
    rating: smallint().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    locale: text().notNull().default('en'),
    status: reviewStatus().notNull().default('published'),
    createdAt: createdAt(),
  },
  (table) => [
    // A product page's reviews, newest first.
    index().on(table.productId, table.createdAt.desc()),
    check('product_reviews_rating', sql`${table.rating} between 1 and 5`),
  ],
);

export const sellerReviews = pgTable(
  'seller_reviews',
  {
    id: id(),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    customerId: uuid().references(() => customers.id),
    authorName: text().notNull(),
    rating: smallint().notNull(),
    body: text().notNull(),
    status: reviewStatus().notNull().default('published'),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.sellerId, table.createdAt.desc()),
    check('seller_reviews_rating', sql`${table.rating} between 1 and 5`),
  ],
);
