import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { UserActor } from '@/lib/identity/model';
import { newId, parsePublicId } from '@/lib/kernel/ids';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { placedOrder } from '@/tests/support/orders';
import { signedInPerson } from '@/tests/support/people';
import { addCommissionRule, endCommissionRule, listCommissionRules, type NewCommissionRule } from '.';

const { db, ownerDb } = await testDatabase();
const actor: UserActor = {
  kind: 'user',
  userId: newId(),
  sessionId: newId(),
  customerId: newId(),
  name: 'Admin',
  email: 'admin@people.example',
  emailVerified: true,
  memberships: [],
  staffRoles: ['admin'],
};

const add = (rule: Partial<NewCommissionRule>) =>
  addCommissionRule(db, {
    name: 'A rule',
    precedence: 50,
    basisPoints: 800,
    sellerSlug: '',
    categorySlug: '',
    productSlug: '',
    currency: 'EUR',
    priceFromMinor: null,
    priceBelowMinor: null,
    validFrom: new Date(0),
    validUntil: null,
    ...rule,
    actor,
    reason: 'agreed',
  });

async function commissionOfOrder(offerId: string) {
  const { orderId } = await placedOrder(db, await signedInPerson(ownerDb), [{ offerId }]);
  const [line] = await db.execute<{ rate: number; rule: string; minor: number; goods: number }>(sql`
    select commission_basis_points as rate, commission_rule as rule, commission_minor::int as minor,
      goods_minor::int as goods
    from order_lines where order_id = ${orderId}`);
  return line!;
}

it('the first rule that fits is frozen on the line with its amount; ended ones touch new orders only', async () => {
  const { offerId, sellerId, categoryId, productId } = await offerForSale(ownerDb, { priceMinor: 2500 });
  expect(await commissionOfOrder(offerId)).toMatchObject({ rate: 1200, rule: 'market', minor: 300 });

  // Shop, category and product go by their ids here.
  await add({ precedence: 30, basisPoints: 900, sellerSlug: sellerId });
  await add({ precedence: 20, basisPoints: 700, categorySlug: categoryId });
  await add({ precedence: 10, basisPoints: 500, productSlug: productId, priceFromMinor: 2501 });
  expect(await commissionOfOrder(offerId)).toMatchObject({ rate: 700, minor: 175 });
  await add({ precedence: 5, basisPoints: 100, priceBelowMinor: 2501, sellerSlug: sellerId });
  const ruled = await commissionOfOrder(offerId);
  expect(ruled).toMatchObject({ rate: 100, minor: 25, rule: expect.stringMatching(/^rule:/) });

  const [first] = await listCommissionRules(db, new Date());
  expect(first).toMatchObject({ precedence: 5, state: 'valid' });
  const ruleId = parsePublicId('cmr', first!.ruleId)!;
  const end = () => endCommissionRule(db, { ruleId, actor, reason: 'over' }, new Date());
  expect(await end()).toMatchObject({ ok: true });
  expect(await end()).toMatchObject({ error: 'not_found' });
  expect(await commissionOfOrder(offerId)).toMatchObject({ rate: 700 });
});

it('a rule that could meet another of its precedence, is about nobody, or about nothing, is refused', async () => {
  const { sellerId } = await offerForSale(ownerDb);
  const rule = { precedence: 90, sellerSlug: sellerId, name: 'Ours' };
  const both = await Promise.all([add(rule), add(rule)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await add({ precedence: 90 })).toMatchObject({
    error: 'commission_rule_overlaps',
    detail: { name: 'Ours' },
  });
  expect(await add({ precedence: 91, sellerSlug: 'nobody' })).toMatchObject({
    error: 'commission_scope_unknown',
  });
  expect(await add({ precedence: 92, priceFromMinor: 10, priceBelowMinor: 10 })).toMatchObject({
    error: 'commission_scope_empty',
  });
});
