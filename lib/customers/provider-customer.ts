import { and, eq, isNull } from 'drizzle-orm';
import { customers } from '@/db/schema/customers';
import type { Executor } from '@/lib/platform/database';

/** What the payment provider needs to know of a buyer, and the name it knows the buyer by, if it does. */
export type BillingCustomer = {
  readonly customerId: string;
  readonly email: string;
  readonly name: string;
  readonly stripeCustomerId: string | null;
};

export async function getBillingCustomer(db: Executor, customerId: string): Promise<BillingCustomer | null> {
  const [row] = await db
    .select({
      customerId: customers.id,
      email: customers.email,
      name: customers.name,
      stripeCustomerId: customers.stripeCustomerId,
    })
    .from(customers)
    .where(eq(customers.id, customerId));
  return row ?? null;
}

/** Remembers the provider's customer; the first one stays. */
export async function rememberProviderCustomer(
  db: Executor,
  customerId: string,
  stripeCustomerId: string,
): Promise<void> {
  await db
    .update(customers)
    .set({ stripeCustomerId })
    .where(and(eq(customers.id, customerId), isNull(customers.stripeCustomerId)));
}
