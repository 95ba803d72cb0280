import { sql } from 'drizzle-orm';
import { countryName } from '@/lib/i18n';
import { publicId } from '@/lib/kernel/ids';
import { summarizeRating } from '@/lib/kernel/rating';
import { toPicture, type StoredPicture } from '@/lib/media/model';
import type { Executor } from '@/lib/platform/database';
import { sells } from '@/lib/sellers';
import type { Storefront } from '@/lib/sellers/model';
import { storedPicture } from './media-sql';

type Row = {
  id: string;
  slug: string;
  name: string;
  tagline: string;
  story: string;
  city: string;
  country: string;
  return_days: number;
  returns_policy: string;
  member_since: Date;
  product_count: number;
  away_until: string | null;
  rating_count: number;
  rating_sum: number;
  logo: StoredPicture | null;
  cover: StoredPicture | null;
};

/** The head of an approved seller's storefront, or null. */
export async function getStorefront(db: Executor, slug: string, locale: string): Promise<Storefront | null> {
  const [row] = await db.execute<Row>(sql`
    select s.id, s.slug, s.name, s.tagline, s.story, s.city, s.country, s.return_days, s.returns_policy,
      coalesce(s.approved_at, s.created_at) as member_since,
      (select count(distinct v.product_id)::int from offers o join variants v on v.id = o.variant_id
        join products p on p.id = v.product_id and p.status = 'live'
        where o.seller_id = s.id and o.status = 'active' and ${sells()}) as product_count,
      case when ${sells()} then null else s.holiday_until end::text as away_until,
      rated.count as rating_count, rated.sum as rating_sum,
      (select ${storedPicture(sql`a`, sql`s.name`)} from media_assets a
        where a.id = s.logo_asset_id and a.status = 'ready') as logo,
      (select ${storedPicture(sql`a`, sql`s.name`)} from media_assets a
        where a.id = s.banner_asset_id and a.status = 'ready') as cover
    from sellers s
    cross join lateral (
      select count(*)::int as count, coalesce(sum(rating), 0)::int as sum from seller_reviews
      where seller_id = s.id and status = 'published'
    ) rated
    where s.slug = ${slug} and s.status = 'approved'`);
  if (!row) return null;
  return {
    sellerId: publicId('sel', row.id),
    name: row.name,
    slug: row.slug,
    rating: summarizeRating(row.rating_count, row.rating_sum),
    story: row.story.split(/\n+/).filter(Boolean),
    tagline: row.tagline || null,
    logo: row.logo && toPicture(row.logo),
    cover: row.cover && toPicture(row.cover),
    location: locationOf(row, locale),
    memberSince: new Date(row.member_since).toISOString(),
    productCount: row.product_count,
    awayUntil: row.away_until,
    returnDays: row.return_days,
    returnsPolicy: row.returns_policy.split(/\n+/).filter(Boolean),
  };
}

function locationOf({ city, country }: Row, locale: string): string {
  const name = countryName(country, locale);
  return city ? `${city}, ${name}` : name;
}
