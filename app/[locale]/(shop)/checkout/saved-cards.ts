import { getBillingCustomer } from '@/lib/customers';
import { listSavedCards, type SavedCard } from '@/lib/payments';
import type { Database } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';

/** A person's kept cards. They are a convenience: when the provider does not answer, a card can be typed. */
export async function savedCardsOf(db: Database, customerId: string): Promise<SavedCard[]> {
  const customer = await getBillingCustomer(db, customerId);
  if (!customer?.stripeCustomerId) return [];
  try {
    return await listSavedCards(customer.stripeCustomerId);
  } catch (error) {
    log.warn({ err: error }, 'saved cards could not be listed');
    return [];
  }
}
