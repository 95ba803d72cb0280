import {
  type AnyPgColumn,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns';

export const mediaKind = pgEnum('media_kind', ['image', 'video']);
export const mediaStatus = pgEnum('media_status', ['expected', 'pending', 'ready', 'failed']);

/**
 * One picture or film. `source` names the original or the recipe it is made from. A worker makes what is shown of it
 * once and stores it under `baseKey`, immutable by content: a picture's renditions (`<baseKey>-<width>.<format>`), a
 * film (`<baseKey>.mp4`).
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
    /** Why it failed, or why it could not be made so far. */
    failure: text(),
    /** Of a picture that stands for a film: the film, which is played in its place. */
    filmId: uuid().references((): AnyPgColumn => mediaAssets.id),
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
    index().on(table.filmId),
  ],
);
