import { and, eq } from 'drizzle-orm';
import { sellerMembers, sellers } from '@/db/schema/sellers';
import type { UserActor } from '@/lib/identity/model';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { publicId } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { sellerApplied } from './events';
import { slugOf } from '@/lib/kernel/slug';

export type Application = {
  readonly name: string;
  readonly tagline: string;
  readonly story: string;
  readonly city: string;
  readonly country: string;
};

/**
 * Asks to open a shop; staff decides. The applicant is its owner from the start. Refused while another
 * application of theirs waits, and when the name's address is taken.
 */
export async function applyToSell(
  db: Database,
  actor: UserActor,
  application: Application,
): Promise<Result<{ sellerId: string }, 'already_applied' | 'slug_taken'>> {
  const slug = slugOf(application.name);
  if (slug === '') return refuse('slug_taken', { field: 'name' });
  return db.transaction(async (tx) => {
    const waiting = await tx
      .select({ id: sellers.id })
      .from(sellerMembers)
      .innerJoin(sellers, eq(sellers.id, sellerMembers.sellerId))
      .where(and(eq(sellerMembers.userId, actor.userId), eq(sellers.status, 'applied')));
    if (waiting.length > 0) return refuse('already_applied');

    const [seller] = await tx
      .insert(sellers)
      .values({ ...application, slug })
      .onConflictDoNothing({ target: sellers.slug })
      .returning({ id: sellers.id });
    if (!seller) return refuse('slug_taken', { field: 'name' });
    await tx.insert(sellerMembers).values({ sellerId: seller.id, userId: actor.userId, role: 'owner' });
    await emitEvent(tx, sellerApplied, {
      aggregateId: seller.id,
      aggregateVersion: 1,
      payload: { sellerId: seller.id },
    });
    return ok({ sellerId: publicId('sel', seller.id) });
  });
}
