import { sql, type SQL } from 'drizzle-orm';
import { publicId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Executor } from '@/lib/platform/database';
import type { OfferStatus, OwnOffer } from './model';

type Row = {
  id: string;
  title: string;
  options: Record<string, string>;
  seller_sku: string;
  price_minor: string | null;
  on_hand: number;
  reserved: number;
  status: OfferStatus;
  version: number;
};

/** A seller's own offer; null when it does not exist or is another's. */
export async function getOwnOffer(
  db: Executor,
  sellerId: string,
  offerId: string,
  locale: string,
): Promise<OwnOffer | null> {
  const [row] = await readOwn(db, sellerId, sql`o.id = ${offerId}`, 1, locale);
  return row ? toOwnOffer(row) : null;
}

/** A seller's own offers, newest first, of one SKU or all; `next` goes on where the page ended. */
export async function listOwnOffers(
  db: Executor,
  sellerId: string,
  page: { readonly sku: string | null; readonly limit: number; readonly after: string | null },
  locale: string,
): Promise<{ readonly items: OwnOffer[]; readonly next: string | null }> {
  const { sku, limit, after } = page;
  const wanted = sql`${sku === null ? sql`true` : sql`o.seller_sku = ${sku}`}
    and ${after === null ? sql`true` : sql`o.id < ${after}`}`;
  const rows = await readOwn(db, sellerId, wanted, limit + 1, locale);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(toOwnOffer),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function readOwn(
  db: Executor,
  sellerId: string,
  wanted: SQL,
  limit: number,
  locale: string,
): Promise<Row[]> {
  return db.execute<Row>(sql`
    select o.id, coalesce(t.title, p.slug) as title, v.options, o.seller_sku, price.price_minor,
      coalesce(st.on_hand, 0) as on_hand, coalesce(st.reserved, 0) as reserved, o.status, o.version
    from offers o
    join variants v on v.id = o.variant_id
    join products p on p.id = v.product_id
    left join product_translations t
      on t.product_id = p.id and t.revision = p.live_revision and t.locale = ${locale}
    left join offer_prices price
      on price.offer_id = o.id and price.market = ${DEFAULT_MARKET.code} and price.currency = ${DEFAULT_MARKET.currency}
    left join stock st on st.offer_id = o.id
    where o.seller_id = ${sellerId} and ${wanted}
    order by o.id desc
    limit ${limit}`);
}

function toOwnOffer(row: Row): OwnOffer {
  const { currency } = DEFAULT_MARKET;
  return {
    offerId: publicId('off', row.id),
    title: row.title,
    variantLabel: Object.values(row.options).join(', '),
    sellerSku: row.seller_sku,
    price: row.price_minor === null ? null : { amountMinor: Number(row.price_minor), currency },
    onHand: row.on_hand,
    reserved: row.reserved,
    status: row.status,
    version: row.version,
  };
}
