import { sql } from 'drizzle-orm';
import { bigint, char, customType, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Currency } from '../../lib/kernel/money';
import { newId } from '../../lib/kernel/ids';

/** Columns that every aggregate shares. */

/** A version-7 UUID made by the app, so that inserts land at the end of the index. */
export const id = () =>
  uuid()
    .primaryKey()
    .$defaultFn(() => newId());

export const at = () => timestamp({ withTimezone: true, mode: 'date' });

export const createdAt = () =>
  at()
    .notNull()
    .default(sql`now()`);

export const updatedAt = () =>
  at()
    .notNull()
    .default(sql`now()`)
    .$onUpdate(() => new Date());

/** Whole minor units of the row's `currency`. */
export const minor = () => bigint({ mode: 'number' });

export const currency = () => char({ length: 3 }).$type<Currency>();

/** Case-insensitive text: two spellings of one address are one address. */
export const citext = customType<{ data: string }>({ dataType: () => 'citext' });

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
