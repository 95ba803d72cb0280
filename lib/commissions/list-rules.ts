import { asc, desc, eq } from 'drizzle-orm';
import { categories, products } from '@/db/schema/catalog';
import { commissionRules } from '@/db/schema/commissions';
import { sellers } from '@/db/schema/sellers';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import type { CommissionRuleView } from './model';

const MOST_RULES = 500;

/** Every rule in the order in which they are asked, whether it holds now or not. */
export async function listCommissionRules(db: Executor, now: Date): Promise<CommissionRuleView[]> {
  const rows = await db
    .select({
      rule: commissionRules,
      sellerName: sellers.name,
      categorySlug: categories.path,
      productSlug: products.slug,
    })
    .from(commissionRules)
    .leftJoin(sellers, eq(sellers.id, commissionRules.sellerId))
    .leftJoin(categories, eq(categories.id, commissionRules.categoryId))
    .leftJoin(products, eq(products.id, commissionRules.productId))
    .orderBy(asc(commissionRules.precedence), desc(commissionRules.validFrom))
    .limit(MOST_RULES);
  return rows.map(({ rule, ...about }) => {
    const { currency, priceFromMinor, priceBelowMinor, validFrom, validUntil } = rule;
    const money = (amountMinor: number | null) =>
      amountMinor === null || currency === null ? null : { amountMinor, currency };
    return {
      ...about,
      ruleId: publicId('cmr', rule.id),
      name: rule.name,
      precedence: rule.precedence,
      basisPoints: rule.basisPoints,
      priceFrom: money(priceFromMinor),
      priceBelow: money(priceBelowMinor),
      validFrom: validFrom.toISOString(),
      validUntil: validUntil?.toISOString() ?? null,
      state: validUntil && validUntil <= now ? 'ended' : validFrom > now ? 'coming' : 'valid',
    };
  });
}
