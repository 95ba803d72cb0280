import { sql } from 'drizzle-orm';
import type { Picture } from '@/lib/media/model';

export type PictureRow = {
  base_key: string | null;
  widths: number[] | null;
  width: number | null;
  height: number | null;
  alt: string | null;
  blur: string | null;
};

/**
 * Joins the picture that shows a variant `v` of a product `p`: its own, else that of the one most like it (a shirt is
 * photographed once a colour, not once a size), else the product's first.
 */
export const offerPicture = sql`
  left join lateral (
    select a.base_key, a.widths, a.width, a.height, a.blur, m.alt
    from product_media m
    join media_assets a on a.id = m.asset_id
    left join variants shown on shown.id = m.variant_id
    cross join lateral (
      select count(*) as options from jsonb_each_text(v.options) mine
      where shown.options ->> mine.key = mine.value
    ) alike
    where m.product_id = p.id and a.kind = 'image' and a.status = 'ready'
    order by m.variant_id is not distinct from v.id desc, alike.options desc, m.position limit 1
  ) picture on true`;

export function toPicture(row: PictureRow): Picture | null {
  if (!row.base_key || !row.widths?.length || !row.width || !row.height) return null;
  return {
    base: `/media/${row.base_key}`,
    widths: row.widths,
    width: row.width,
    height: row.height,
    alt: row.alt ?? '',
    blur: row.blur,
  };
}
