import { recordAudit } from '@/lib/audit';
import { getCustomerIdOfUser } from '@/lib/customers';
import { formatMoney, type Money } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { postEntry } from '@/lib/ledger';
import type { Database } from '@/lib/platform/database';

export type CreditGrant = {
  readonly userId: string;
  readonly amount: Money;
  readonly reason: string;
  /** Who gives it, as audits write it. */
  readonly actor: string;
  /** Made once by the page: however often it arrives, it is given once. */
  readonly key: string;
};

/** An operator gives somebody credit, out of goodwill and at the market's cost. */
export async function grantCredit(
  db: Database,
  { userId, amount, reason, actor, key }: CreditGrant,
): Promise<Result<void, 'not_found'>> {
  return db.transaction(async (tx) => {
    const customerId = await getCustomerIdOfUser(tx, userId);
    if (!customerId) return refuse('not_found');
    const isNew = await postEntry(tx, {
      kind: 'credit_grant',
      reference: `credit-grant:${key}`,
      orderId: null,
      currency: amount.currency,
      postings: [
        { account: { kind: 'market_promotions' }, amountMinor: amount.amountMinor },
        { account: { kind: 'store_credit', holderId: customerId }, amountMinor: -amount.amountMinor },
      ],
    });
    if (!isNew) return ok(undefined);
    await recordAudit(tx, {
      ...{ actor, reason },
      action: 'user.credit_granted',
      subject: { type: 'user', id: userId },
      detail: { amount: formatMoney(amount, 'en') },
    });
    return ok(undefined);
  });
}
