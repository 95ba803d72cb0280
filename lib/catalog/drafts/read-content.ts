import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';
import { productContent, type ProductContent } from './content';

/** What a product says now, as a draft of its next revision would begin; null when it does not exist. */
export async function readContent(
  db: Executor,
  productId: string,
  locale: string,
): Promise<ProductContent | null> {
  const [row] = await db.execute<{ content: unknown }>(sql`
    select jsonb_build_object(
      'categoryId', p.category_id,
      'title', coalesce(t.title, ''),
      'brand', coalesce(b.name, ''),
      'description', coalesce(t.description, ''),
      'highlights', coalesce(t.highlights, '[]'),
      'attributes', r.attributes,
      'variants', (
        select jsonb_agg(jsonb_build_object('variantId', v.id, 'options', v.options, 'gtin', coalesce(v.gtin, ''))
          order by v.position, v.id)
        from variants v where v.product_id = p.id and not v.retired
      ),
      'pictures', coalesce((
        select jsonb_agg(jsonb_build_object('assetId', m.asset_id, 'alt', m.alt, 'variantId', m.variant_id)
          order by m.position)
        from product_media m where m.product_id = p.id
      ), '[]')
    ) as content
    from products p
    join product_revisions r on r.product_id = p.id and r.revision = p.live_revision
    left join product_translations t
      on t.product_id = p.id and t.revision = p.live_revision and t.locale = ${locale}
    left join brands b on b.id = p.brand_id
    where p.id = ${productId}`);
  return row ? productContent.parse(row.content) : null;
}
