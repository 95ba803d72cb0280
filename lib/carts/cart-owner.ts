import { and, eq, sql } from 'drizzle-orm';
import { carts } from '@/db/schema/carts';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Executor, Transaction } from '@/lib/platform/database';

/** Whose basket: a customer's, or a guest's browser's by the SHA-256 of its cookie's token. */
export type CartOwner = { readonly customerId: string } | { readonly guestTokenHash: string };

export type Cart = typeof carts.$inferSelect;

export function ownedBy(owner: CartOwner) {
  return 'customerId' in owner
    ? eq(carts.customerId, owner.customerId)
    : eq(carts.guestTokenHash, owner.guestTokenHash);
}

export async function findCart(db: Executor, owner: CartOwner): Promise<Cart | null> {
  const [cart] = await db.select().from(carts).where(ownedBy(owner));
  return cart ?? null;
}

/** The owner's basket, made on first use and locked: changes to one basket happen one after another. */
export async function openCart(tx: Transaction, owner: CartOwner): Promise<Cart> {
  await tx
    .insert(carts)
    .values({ ...owner, currency: DEFAULT_MARKET.currency })
    .onConflictDoNothing();
  const [cart] = await tx.select().from(carts).where(ownedBy(owner)).for('update');
  if (!cart) throw new Error('A basket vanished while it was opened');
  return cart;
}

export async function touchCart(tx: Transaction, cartId: string): Promise<void> {
  await tx
    .update(carts)
    .set({ updatedAt: sql`now()` })
    .where(and(eq(carts.id, cartId)));
}
