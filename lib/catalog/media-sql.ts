import { sql, type SQL } from 'drizzle-orm';

/** A `StoredPicture` (lib/media/model) as JSON, of an asset row `asset`, which must be a ready image. */
export function storedPicture(asset: SQL, alt: SQL): SQL {
  return sql`jsonb_build_object('baseKey', ${asset}.base_key, 'widths', ${asset}.widths,
    'width', ${asset}.width, 'height', ${asset}.height, 'blur', ${asset}.blur, 'alt', ${alt})`;
}
