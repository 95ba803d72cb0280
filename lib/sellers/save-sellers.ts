import { sql } from 'drizzle-orm';
import { newId } from '@/lib/kernel/ids';
import type { Currency } from '@/lib/kernel/money';
import type { Transaction } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';

export type SellerToSave = {
  readonly slug: string;
  readonly name: string;
  readonly tagline: string;
  readonly country: string;
  readonly handlingDays: number;
  readonly delivery: readonly {
    readonly currency: Currency;
    readonly priceMinor: number;
    readonly freeFromMinor: number | null;
    readonly minDays: number;
    readonly maxDays: number;
  }[];
};

/**
 * Makes sure of sellers that an import names, approved and with a standard delivery, and answers their ids by
 * slug. Those that exist stay as they are: an import does not speak for a seller who has signed up.
 */
export async function saveSellers(
  tx: Transaction,
  sellers: readonly SellerToSave[],
): Promise<ReadonlyMap<string, string>> {
  const rows = sellers.map((seller) => ({ ...seller, id: newId() }));
  const given = sql`jsonb_to_recordset(${jsonRows(rows)}) as g(id uuid, slug text, name text, tagline text,
    country text, "handlingDays" smallint, delivery jsonb)`;
  await tx.execute(sql`
    with added as (
      insert into sellers (id, slug, name, tagline, country, handling_days, status, approved_at)
      select id, slug, name, tagline, country, "handlingDays", 'approved', now() from ${given} order by slug
      on conflict (slug) do nothing returning id
    )
    insert into delivery_options (seller_id, code, currency, price_minor, free_from_minor, min_days, max_days)
    select g.id, 'standard', d.currency, d."priceMinor", d."freeFromMinor", d."minDays", d."maxDays"
    from ${given} join added on added.id = g.id
    cross join lateral jsonb_to_recordset(g.delivery) as d(currency text, "priceMinor" bigint,
      "freeFromMinor" bigint, "minDays" smallint, "maxDays" smallint)`);
  const saved = await tx.execute<{ slug: string; id: string }>(sql`
    select slug, id from sellers
    where slug in (select jsonb_array_elements_text(${jsonRows(sellers.map(({ slug }) => slug))}))`);
  return new Map(saved.map(({ slug, id }) => [slug, id]));
}
