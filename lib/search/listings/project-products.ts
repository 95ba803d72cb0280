import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '@/lib/platform/database';
import { attributeDefinitions } from './attribute-definitions';

/** What a sale and a review weigh beside one person's interest elsewhere (`products.prior_interest`). */
const SALE_WEIGHT = 20;
const REVIEW_WEIGHT = 5;
const SALES_WINDOW = sql`interval '90 days'`;

/** `listings`: the facts of a product that no currency or language changes. */
export async function projectProducts(tx: Transaction, ids: SQL): Promise<void> {
  await tx.execute(sql`
    with batch as materialized (
      select p.id, p.slug, p.category_id, p.brand_id, p.prior_interest,
        coalesce(p.published_at, p.created_at) as published_at
      from products p where p.id = any(${ids}) and p.status = 'live'
    ),
    ${attributeDefinitions(sql`select category_id from batch`)},
    colour as (
      select v.product_id, choice->>'label' as label, choice->>'hex' as hex, min(v.position) as position
      from batch
      cross join lateral (select * from variants where product_id = batch.id and not retired offset 0) v
      join definitions d on d.category_id = batch.category_id and d.axis
      cross join lateral jsonb_array_elements(d.choices) as choice
      where choice ? 'hex' and choice->>'value' = v.options->>d.key
      group by v.product_id, choice->>'label', choice->>'hex'
    ),
    swatch as materialized (
      select product_id, count(*) as total,
        jsonb_agg(jsonb_build_object('label', label, 'hex', hex) order by position)
          filter (where place <= 5) as shown
      from (select *, row_number() over (partition by product_id order by position) as place from colour) c
      group by product_id
    )
    insert into listings as l (product_id, slug, brand, category_id, image, swatches, swatch_count,
      variant_count, rating_count, rating_sum, popularity, published_at, projected_at)
    select batch.id, batch.slug, brands.name, batch.category_id, image.picture,
      coalesce(swatch.shown, '[]'), coalesce(swatch.total, 0), choices.total,
      rating.count, rating.sum,
      ln(1 + batch.prior_interest + ${SALE_WEIGHT} * sold.units + ${REVIEW_WEIGHT} * rating.count),
      batch.published_at, now()
    from batch
    left join brands on brands.id = batch.brand_id
    left join swatch on swatch.product_id = batch.id
    cross join lateral (
      select count(*) as count, coalesce(sum(rating), 0) as sum
      from product_reviews where product_id = batch.id and status = 'published'
    ) rating
    cross join lateral (
      select coalesce(sum(l.quantity), 0) as units from order_lines l join orders o on o.id = l.order_id
      where l.product_id = batch.id and o.status = 'paid' and o.placed_at > now() - ${SALES_WINDOW}
    ) sold
    cross join lateral (select count(*) as total from variants where product_id = batch.id and not retired) choices
    left join lateral (
      select jsonb_build_object('baseKey', a.base_key, 'widths', a.widths, 'width', a.width,
        'height', a.height, 'blur', a.blur, 'alt', m.alt) as picture
      from product_media m join media_assets a on a.id = m.asset_id
      where m.product_id = batch.id and a.kind = 'image' and a.status = 'ready'
      order by m.position limit 1
    ) image on true
    on conflict (product_id) do update set slug = excluded.slug, brand = excluded.brand,
      category_id = excluded.category_id, image = excluded.image, swatches = excluded.swatches,
      swatch_count = excluded.swatch_count, variant_count = excluded.variant_count,
      rating_count = excluded.rating_count, rating_sum = excluded.rating_sum,
      popularity = excluded.popularity, published_at = excluded.published_at, projected_at = now()`);
}
