import { sql, type SQL } from 'drizzle-orm';
import { publicId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Executor } from '@/lib/platform/database';
import type { OfferStatus, SellerOffer } from './model';
import { offerPicture, toPicture, type PictureRow } from './offer-picture';

export type SellerOfferFilter = {
  /** Words of the title, or the start of the SKU; empty for all. */
  readonly text: string;
  readonly show: 'all' | 'low' | 'paused';
  /** Only this one. */
  readonly offerId?: string;
};

/** Stock from this number down is shown as low to a seller who has not said otherwise. */
const LOW_STOCK = 5;

const IS_LOW = sql`coalesce(st.on_hand - st.reserved, 0) <= coalesce(st.low_level, ${LOW_STOCK}::int)`;

/** A seller's own offers by id, newest first; `next` goes on where the page ended. */
export async function listSellerOffers(
  db: Executor,
  sellerId: string,
  filter: SellerOfferFilter,
  page: { readonly limit: number; readonly after: string | null },
  locale: string,
): Promise<{ readonly items: SellerOffer[]; readonly next: string | null }> {
  const rows = await db.execute<
    PictureRow & {
      id: string;
      slug: string;
      title: string;
      options: Record<string, string>;
      seller_sku: string;
      price_minor: string | null;
      on_hand: number;
      reserved: number;
      low_level: number | null;
      status: OfferStatus;
      version: number;
    }
  >(sql`
    select o.*, price.price_minor, picture.*
    from (
      select o.id, p.id as product_id, p.slug, coalesce(t.title, p.slug) as title, v.id as variant_id, v.options,
        o.seller_sku, coalesce(st.on_hand, 0) as on_hand, coalesce(st.reserved, 0) as reserved, st.low_level,
        o.status, o.version
      from offers o
      join variants v on v.id = o.variant_id
      join products p on p.id = v.product_id
      left join product_translations t
        on t.product_id = p.id and t.revision = p.live_revision and t.locale = ${locale}
      left join stock st on st.offer_id = o.id
      where o.seller_id = ${sellerId} ${narrowedBy(filter, page.after)}
      order by o.id desc
      limit ${page.limit + 1}
    ) o
    join variants v on v.id = o.variant_id
    join products p on p.id = o.product_id
    left join offer_prices price
      on price.offer_id = o.id and price.market = ${DEFAULT_MARKET.code} and price.currency = ${DEFAULT_MARKET.currency}
    ${offerPicture}
    order by o.id desc`);
  const shown = rows.slice(0, page.limit);
  return {
    items: shown.map((row) => ({
      offerId: publicId('off', row.id),
      productSlug: row.slug,
      title: row.title,
      variantLabel: Object.values(row.options).join(', '),
      sellerSku: row.seller_sku,
      image: toPicture(row),
      price:
        row.price_minor === null
          ? null
          : { amountMinor: Number(row.price_minor), currency: DEFAULT_MARKET.currency },
      onHand: row.on_hand,
      reserved: row.reserved,
      lowLevel: row.low_level,
      status: row.status,
      version: row.version,
    })),
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Only what was asked for stands in the query: the planner stops at the end of a page where nothing has to be looked through. */
function narrowedBy({ text, show, offerId }: SellerOfferFilter, after: string | null): SQL {
  const like = text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`);
  const conditions = [
    like !== '' && sql`and (t.title ilike ${`%${like}%`} or o.seller_sku ilike ${`${like}%`})`,
    show === 'paused' && sql`and o.status = 'paused'`,
    show === 'low' && sql`and ${IS_LOW}`,
    offerId !== undefined && sql`and o.id = ${offerId}`,
    after !== null && sql`and o.id < ${after}`,
  ];
  return sql.join(
    conditions.filter((condition) => condition !== false),
    sql` `,
  );
}

/** One offer of a seller's; null when it is somebody else's. */
export async function getSellerOffer(
  db: Executor,
  sellerId: string,
  offerId: string,
  locale: string,
): Promise<SellerOffer | null> {
  const filter = { text: '', show: 'all', offerId } as const;
  const { items } = await listSellerOffers(db, sellerId, filter, { limit: 1, after: null }, locale);
  return items[0] ?? null;
}

/** How many of a seller's selling offers are low or out. */
export async function countLowStock(db: Executor, sellerId: string): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from offers o left join stock st on st.offer_id = o.id
    where o.seller_id = ${sellerId} and o.status = 'active' and ${IS_LOW}`);
  return row?.count ?? 0;
}
