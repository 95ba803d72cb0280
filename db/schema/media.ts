import { index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns';

export const mediaKind = pgEnum('media_kind', ['image', 'video']);
export const mediaStatus = pgEnum('media_status', ['expected', 'pending', 'ready', 'failed']);

/**
 * One picture or film. `sourceKey` names the original or the recipe it is made from; renditions are made
 * once by a worker and stored under `baseKey` (`<baseKey>-<width>.<format>`), immutable by content.
 */
export const mediaAssets = pgTable(
  'media_assets',
  {
    id: id(),
    kind: mediaKind().notNull().default('image'),
    status: mediaStatus().notNull().default('pending'),
    /**
     * `file:<storage key>`, `upload:<key of the private storage>` with `?square=<0 to 100>` where it is cropped,
     * `seed:<recipe>` or `https://…` of an import.
     */
    source: text().notNull(),
    baseKey: text(),
    width: integer(),
    height: integer(),
    /** Rendition widths in pixels, ascending. */
    widths: jsonb().$type<number[]>().notNull().default([]),
    /** A data URI of a few hundred bytes, shown until the picture is there. */
    blur: text(),
    /** `#rrggbb` of the picture's ground. */
    colour: text(),
    failure: text(),
    /** The seller who uploaded it, and alone may use it; by id only, since media stands below sellers. */
    ownerSellerId: uuid(),
    /** What an upload was said to have. */
    bytes: integer(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex().on(table.source),
    // What the worker still has to make, and uploads that never came.
    index().on(table.status, table.createdAt),
  ],
);
