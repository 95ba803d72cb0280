import { sql } from 'drizzle-orm';
import { csv } from '@/lib/kernel/csv';
import { publicId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { plainAmount } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';

const BATCH = 2000;

/** As imports read them; title, variant and gtin only say what a row is about. */
const HEADING = ['offer_id', 'sku', 'gtin', 'title', 'variant', 'price', 'on_hand', 'selling'];

/** All offers of a seller as a sheet that an import takes back, in parts, so that it needs no memory to speak of. */
export async function* exportOffers(db: Executor, sellerId: string, locale: string): AsyncGenerator<string> {
  yield csv([HEADING]);
  let after: string | null = null;
  for (;;) {
    const rows: readonly ExportedRow[] = await readBatch(db, sellerId, locale, after);
    if (rows.length === 0) return;
    yield csv(rows.map(toCells));
    after = rows.at(-1)!.id;
  }
}

type ExportedRow = {
  id: string;
  sku: string;
  gtin: string | null;
  title: string;
  options: Record<string, string>;
  price_minor: string | null;
  on_hand: number;
  selling: boolean;
};

function readBatch(
  db: Executor,
  sellerId: string,
  locale: string,
  after: string | null,
): Promise<readonly ExportedRow[]> {
  return db.execute<ExportedRow>(sql`
    select o.id, o.seller_sku as sku, v.gtin, coalesce(t.title, p.slug) as title, v.options,
      price.price_minor, coalesce(st.on_hand, 0) as on_hand, o.status = 'active' as selling
    from (
      select * from offers where seller_id = ${sellerId} and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${BATCH}
    ) o
    join variants v on v.id = o.variant_id
    join products p on p.id = v.product_id
    left join product_translations t
      on t.product_id = p.id and t.revision = p.live_revision and t.locale = ${locale}
    left join offer_prices price
      on price.offer_id = o.id and price.market = ${DEFAULT_MARKET.code} and price.currency = ${DEFAULT_MARKET.currency}
    left join stock st on st.offer_id = o.id
    order by o.id`);
}

function toCells(row: ExportedRow): string[] {
  const { currency } = DEFAULT_MARKET;
  return [
    publicId('off', row.id),
    row.sku,
    row.gtin ?? '',
    row.title,
    Object.values(row.options).join(', '),
    row.price_minor === null ? '' : plainAmount({ amountMinor: Number(row.price_minor), currency }),
    String(row.on_hand),
    row.selling ? 'yes' : 'no',
  ];
}
