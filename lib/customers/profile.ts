import { eq } from 'drizzle-orm';
import { customers } from '@/db/schema/customers';
import { renameUser } from '@/lib/identity';
import type { UserActor } from '@/lib/identity/model';
import type { Database } from '@/lib/platform/database';

/** A person's name, as account and as buyer. */
export async function updateProfile(
  db: Database,
  actor: UserActor,
  { name }: { readonly name: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    await renameUser(tx, actor.userId, name);
    await tx.update(customers).set({ name }).where(eq(customers.id, actor.customerId));
  });
}
