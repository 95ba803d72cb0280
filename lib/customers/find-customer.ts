import { eq } from 'drizzle-orm';
import { customers } from '@/db/schema/customers';
import type { Executor } from '@/lib/platform/database';

/** The buyer a signed-in person is; null for one who has never bought or kept anything. */
export async function findCustomerOfUser(db: Executor, userId: string): Promise<string | null> {
  const [row] = await db.select({ id: customers.id }).from(customers).where(eq(customers.userId, userId));
  return row?.id ?? null;
}
