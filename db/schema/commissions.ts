import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { categories, products } from './catalog';
import { at, createdAt, currency, id, minor } from './columns';
import { sellers } from './sellers';

/**
 * What the market takes of whose sales. A rule narrows what it is about by what is not null; of the rules that fit a
 * line the one with the lowest precedence number holds, and two of one number never fit the same line.
 */
export const commissionRules = pgTable(
  'commission_rules',
  {
    id: id(),
    name: text().notNull(),
    /** 1 comes first. */
    precedence: smallint().notNull(),
    basisPoints: integer().notNull(),
    sellerId: uuid().references(() => sellers.id),
    /** With everything below it. */
    categoryId: uuid().references(() => categories.id),
    productId: uuid().references(() => products.id),
    /** Of one piece, in `currency`; from this price on, below that one. */
    currency: currency(),
    priceFromMinor: minor(),
    priceBelowMinor: minor(),
    validFrom: at().notNull(),
    validUntil: at(),
    createdAt: createdAt(),
  },
  (table) => [
    // What is checked for overlaps, and listed.
    index().on(table.precedence, table.validFrom),
    check('commission_rules_rate', sql`${table.basisPoints} between 0 and 10000`),
    check('commission_rules_precedence', sql`${table.precedence} between 1 and 999`),
    check('commission_rules_validity', sql`${table.validUntil} >= ${table.validFrom}`),
    check(
      'commission_rules_band',
      sql`(${table.currency} is null) = (${table.priceFromMinor} is null and ${table.priceBelowMinor} is null)
        and coalesce(${table.priceFromMinor}, 0) >= 0
        and coalesce(${table.priceBelowMinor} > coalesce(${table.priceFromMinor}, 0), true)`,
    ),
  ],
);
