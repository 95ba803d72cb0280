import { and, eq, inArray, isNull } from 'drizzle-orm';
import { customers } from '@/db/schema/customers';
import type { Executor, Transaction } from '@/lib/platform/database';

export type NewCustomer = { readonly email: string; readonly name: string; readonly locale: string };

/** The buyer that a signed-in person is; made when they first sign in. */
export async function ensureCustomer(
  tx: Transaction,
  { userId, ...customer }: NewCustomer & { readonly userId: string },
): Promise<string> {
  await tx
    .insert(customers)
    .values({ userId, ...customer })
    .onConflictDoNothing({ target: customers.userId });
  const [row] = await tx.select({ id: customers.id }).from(customers).where(eq(customers.userId, userId));
  return row!.id;
}

/** The buyers that guests under this address became: their orders may be given to whoever proves it theirs. */
export async function listGuestCustomerIds(db: Executor, email: string): Promise<string[]> {
  const rows = await db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.email, email), isNull(customers.userId)));
  return rows.map(({ id }) => id);
}

/** This buyer, and all others under the same address: a guest is another with every order. */
export async function listSamePerson(db: Executor, customerId: string): Promise<string[]> {
  const theirs = db.select({ email: customers.email }).from(customers).where(eq(customers.id, customerId));
  const rows = await db.select({ id: customers.id }).from(customers).where(inArray(customers.email, theirs));
  return rows.map(({ id }) => id);
}

/** The buyer that a user is, or null before they first signed in. */
export async function getCustomerIdOfUser(db: Executor, userId: string): Promise<string | null> {
  const [row] = await db.select({ id: customers.id }).from(customers).where(eq(customers.userId, userId));
  return row?.id ?? null;
}

/** Where and in which language a buyer is written to. */
export async function getContact(
  db: Executor,
  customerId: string,
): Promise<{ readonly email: string; readonly locale: string } | null> {
  const [row] = await db
    .select({ email: customers.email, locale: customers.locale })
    .from(customers)
    .where(eq(customers.id, customerId));
  return row ?? null;
}
