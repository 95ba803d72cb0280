import { and, eq } from 'drizzle-orm';
import { sellerMembers, sellers } from '@/db/schema/sellers';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import type { Application } from './apply-to-sell';
import { saveBusiness } from './business';
import { ownsShop } from './documents';
import { sellerApplied } from './events';
import type { SellerBusiness } from './model';
import { nextSellerStatus } from './transitions';

type Owner = { readonly userId: string; readonly sellerId: string };

/** Says who the shop is before the law; its owner may, before it is open and after. */
export async function saveOwnBusiness(
  db: Executor,
  { userId, sellerId }: Owner,
  business: SellerBusiness,
): Promise<Result<null, 'not_found'>> {
  if (!(await ownsShop(db, userId, sellerId))) return refuse('not_found');
  await saveBusiness(db, sellerId, business);
  return ok(null);
}

/** Sends a declined application again, changed by what staff said; the shop keeps its name and address. */
export async function reapply(
  db: Database,
  { userId, sellerId }: Owner,
  application: Omit<Application, 'name'>,
): Promise<Result<null, 'not_found' | 'illegal_transition'>> {
  return db.transaction(async (tx) => {
    const [seller] = await tx
      .select({ status: sellers.status })
      .from(sellers)
      .innerJoin(sellerMembers, eq(sellerMembers.sellerId, sellers.id))
      .where(and(eq(sellers.id, sellerId), eq(sellerMembers.userId, userId), eq(sellerMembers.role, 'owner')))
      .for('update');
    if (!seller) return refuse('not_found');
    const next = nextSellerStatus(seller.status, 'reapply');
    if (!next.ok) return next;
    await tx
      .update(sellers)
      .set({ ...application, status: next.value })
      .where(eq(sellers.id, sellerId));
    await emitEvent(tx, sellerApplied, {
      aggregateId: sellerId,
      aggregateVersion: 1,
      payload: { sellerId },
    });
    return ok(null);
  });
}
