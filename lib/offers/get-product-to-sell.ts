import { sql } from 'drizzle-orm';
import type { Condition, ProductStatus } from '@/lib/catalog/model';
import { publicId } from '@/lib/kernel/ids';
import type { ShownIn } from '@/lib/kernel/market';
import type { Executor } from '@/lib/platform/database';
import { sells } from '@/lib/sellers';
import type { ProductToSell } from './model';
import { offerPicture, toPicture, type PictureRow } from './offer-picture';

type Row = PictureRow & {
  slug: string;
  title: string;
  brand: string | null;
  status: ProductStatus;
  variant_id: string;
  options: Record<string, string>;
  gtin: string | null;
  lowest_minor: number | null;
  others: number;
  offered_as: Condition[];
};

/**
 * A product this seller may offer, with what everybody asks for its variants; null when it does not exist, is not live
 * (the seller's own may still be on its way there), or has no variant left.
 */
export async function getProductToSell(
  db: Executor,
  sellerId: string,
  productId: string,
  { market, currency, locale }: ShownIn,
): Promise<ProductToSell | null> {
  const rows = await db.execute<Row>(sql`
    select p.slug, coalesce(t.title, p.slug) as title, b.name as brand, p.status,
      v.id as variant_id, v.options, v.gtin, rivals.lowest_minor, rivals.others, mine.offered_as, picture.*
    from products p
    join variants v on v.product_id = p.id and not v.retired
    left join brands b on b.id = p.brand_id
    left join lateral (
      select title from product_translations
      where product_id = p.id and revision = p.live_revision order by locale = ${locale} desc, locale limit 1
    ) t on true
    cross join lateral (
      select min(price.price_minor)::float8 as lowest_minor, count(*)::int as others
      from offers o
      join sellers s on s.id = o.seller_id and ${sells()}
      join offer_prices price on price.offer_id = o.id and price.market = ${market} and price.currency = ${currency}
      where o.variant_id = v.id and o.status = 'active' and o.seller_id <> ${sellerId}
    ) rivals
    cross join lateral (
      select coalesce(jsonb_agg(o.condition), '[]') as offered_as
      from offers o where o.variant_id = v.id and o.seller_id = ${sellerId}
    ) mine
    ${offerPicture}
    where p.id = ${productId} and ${maySell(sellerId)}
    order by v.position, v.id`);
  const [first] = rows;
  if (!first) return null;
  const { slug, title, brand, status } = first;
  return {
    productId: publicId('prd', productId),
    slug,
    title,
    brand,
    status,
    image: toPicture(first),
    variants: rows.map((row) => ({
      variantId: publicId('var', row.variant_id),
      label: Object.values(row.options).join(', '),
      gtin: row.gtin,
      lowestPrice: row.lowest_minor === null ? null : { amountMinor: row.lowest_minor, currency },
      otherOffers: row.others,
      offeredAs: row.offered_as,
    })),
  };
}

/** Whether this seller may offer the product `p`: what is live, and its own that is not taken from sale. */
export function maySell(sellerId: string) {
  return sql`(p.status = 'live' or (p.owner_seller_id = ${sellerId}::uuid and p.status <> 'retired'))`;
}
