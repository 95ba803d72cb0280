import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { categories, products } from '@/db/schema/catalog';
import { commissionRules } from '@/db/schema/commissions';
import { sellers } from '@/db/schema/sellers';
import { recordAudit } from '@/lib/audit';
import { actorLabel, type UserActor } from '@/lib/identity/model';
import { newId } from '@/lib/kernel/ids';
import type { Currency } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import { scopesOverlap, type RuleScope } from './overlap';

export type NewCommissionRule = {
  readonly name: string;
  readonly precedence: number;
  readonly basisPoints: number;
  /** As they stand in addresses; empty for all. */
  readonly sellerSlug: string;
  readonly categorySlug: string;
  readonly productSlug: string;
  /** Of one piece: from this price on, below that one. */
  readonly currency: Currency;
  readonly priceFromMinor: number | null;
  readonly priceBelowMinor: number | null;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
};

type Act = { readonly actor: UserActor; readonly reason: string };

/**
 * Adds a rule for orders placed while it is valid. Refuses a seller, category or product that is not there, a band or
 * time that holds nothing, and a rule that could meet another of its precedence: which of them holds must be said.
 */
export async function addCommissionRule(
  db: Database,
  { actor, reason, ...rule }: NewCommissionRule & Act,
): Promise<Result<null, 'commission_scope_unknown' | 'commission_scope_empty' | 'commission_rule_overlaps'>> {
  return db.transaction(async (tx) => {
    // Two who add rules at once see each other's.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('commission rules', 0))`);
    const scope = await findScope(tx, rule);
    if (!scope) return refuse('commission_scope_unknown');
    if (isEmpty(scope)) return refuse('commission_scope_empty');
    const rival = (await listRivals(tx, rule)).find((other) => scopesOverlap(scope, other));
    if (rival) return refuse('commission_rule_overlaps', { name: rival.name });
    const id = newId();
    const { categoryLineage, ...columns } = scope;
    const { name, precedence, basisPoints } = rule;
    const categoryId = categoryLineage?.at(-1) ?? null;
    await tx.insert(commissionRules).values({ ...columns, id, name, precedence, basisPoints, categoryId });
    await recordAudit(tx, {
      actor: actorLabel(actor),
      action: 'commission_rule.added',
      subject: { type: 'commission_rule', id },
      reason,
      detail: { precedence, basisPoints },
    });
    return ok(null);
  });
}

/** Ends a rule now; orders placed before keep what was frozen on them. Refuses one that has ended. */
export async function endCommissionRule(
  db: Database,
  { ruleId, actor, reason }: Act & { readonly ruleId: string },
  now: Date,
): Promise<Result<null, 'not_found'>> {
  return db.transaction(async (tx) => {
    const ended = await tx
      .update(commissionRules)
      .set({ validUntil: sql`greatest(${commissionRules.validFrom}, ${now.toISOString()}::timestamptz)` })
      .where(
        and(
          eq(commissionRules.id, ruleId),
          or(isNull(commissionRules.validUntil), gt(commissionRules.validUntil, now)),
        ),
      )
      .returning({ id: commissionRules.id });
    if (ended.length === 0) return refuse('not_found');
    await recordAudit(tx, {
      actor: actorLabel(actor),
      action: 'commission_rule.ended',
      subject: { type: 'commission_rule', id: ruleId },
      reason,
    });
    return ok(null);
  });
}

async function findScope(tx: Transaction, rule: NewCommissionRule): Promise<RuleScope | null> {
  const [seller] = await tx.select({ id: sellers.id }).from(sellers).where(eq(sellers.slug, rule.sellerSlug));
  const [category] = await tx
    .select({ lineage: categories.lineage })
    .from(categories)
    .where(or(eq(categories.slug, rule.categorySlug), eq(categories.path, rule.categorySlug)));
  const [product] = await tx
    .select({ id: products.id })
    .from(products)
    .where(eq(products.slug, rule.productSlug));
  const isKnown = (slug: string, found: unknown) => slug === '' || found !== undefined;
  if (!isKnown(rule.sellerSlug, seller)) return null;
  if (!isKnown(rule.categorySlug, category) || !isKnown(rule.productSlug, product)) return null;
  const { priceFromMinor, priceBelowMinor, validFrom, validUntil } = rule;
  return {
    sellerId: seller?.id ?? null,
    categoryLineage: category?.lineage ?? null,
    productId: product?.id ?? null,
    currency: priceFromMinor === null && priceBelowMinor === null ? null : rule.currency,
    priceFromMinor,
    priceBelowMinor,
    validFrom,
    validUntil,
  };
}

function isEmpty({ priceFromMinor, priceBelowMinor, validFrom, validUntil }: RuleScope): boolean {
  const noPrice = priceBelowMinor !== null && priceBelowMinor <= (priceFromMinor ?? 0);
  return noPrice || (validUntil !== null && validUntil <= validFrom);
}

/** The rules of the same precedence. */
async function listRivals(
  tx: Transaction,
  { precedence }: NewCommissionRule,
): Promise<(RuleScope & { readonly name: string })[]> {
  const rows = await tx
    .select({ rule: commissionRules, lineage: categories.lineage })
    .from(commissionRules)
    .leftJoin(categories, eq(categories.id, commissionRules.categoryId))
    .where(eq(commissionRules.precedence, precedence));
  return rows.map(({ rule, lineage }) => ({ ...rule, categoryLineage: lineage }));
}
