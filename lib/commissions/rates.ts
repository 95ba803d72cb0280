import { sql } from 'drizzle-orm';
import type { Currency } from '@/lib/kernel/money';
import { standardCommissionRate, type CommissionRate } from '@/lib/pricing';
import type { Executor } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';

export type CommissionedLine = {
  readonly offerId: string;
  /** Null: of a seller who is none yet. */
  readonly sellerId: string | null;
  /** Null: a product that is none yet, of `categoryId`. */
  readonly productId: string | null;
  readonly categoryId?: string | null;
  readonly unitPriceMinor: number;
  readonly sellerCommissionBasisPoints: number | null;
};

/** The rate of each line at a moment, by offer: that of the first rule that fits, else what is standard. */
export async function getCommissionRates(
  db: Executor,
  lines: readonly CommissionedLine[],
  { currency, at }: { readonly currency: Currency; readonly at: Date },
): Promise<ReadonlyMap<string, CommissionRate>> {
  const rows = await db.execute<{ offer_id: string; rule_id: string; basis_points: number }>(sql`
    select distinct on (line.offer_id) line.offer_id, rule.id as rule_id, rule.basis_points
    from jsonb_to_recordset(${jsonRows(
      lines.map((line) => ({
        offer_id: line.offerId,
        seller_id: line.sellerId,
        product_id: line.productId,
        category_id: line.categoryId ?? null,
        price: line.unitPriceMinor,
      })),
    )}) as line(offer_id uuid, seller_id uuid, product_id uuid, category_id uuid, price bigint)
    join commission_rules rule
      on rule.valid_from <= ${at.toISOString()}::timestamptz
      and (rule.valid_until is null or rule.valid_until > ${at.toISOString()}::timestamptz)
      and (rule.seller_id is null or rule.seller_id = line.seller_id)
      and (rule.product_id is null or rule.product_id = line.product_id)
      and (rule.currency is null or rule.currency = ${currency})
      and (rule.price_from_minor is null or line.price >= rule.price_from_minor)
      and (rule.price_below_minor is null or line.price < rule.price_below_minor)
      and (rule.category_id is null or exists (
        select 1 from categories category
        where category.id = coalesce(line.category_id, (select category_id from products where id = line.product_id))
          and rule.category_id = any(category.lineage)))
    order by line.offer_id, rule.precedence`);
  const ruled = new Map(rows.map((row) => [row.offer_id, row]));
  return new Map(
    lines.map(({ offerId, sellerCommissionBasisPoints }) => {
      const rule = ruled.get(offerId);
      return [
        offerId,
        rule
          ? { basisPoints: rule.basis_points, rule: `rule:${rule.rule_id}` }
          : standardCommissionRate(sellerCommissionBasisPoints),
      ];
    }),
  );
}
