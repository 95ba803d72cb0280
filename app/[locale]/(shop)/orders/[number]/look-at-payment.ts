import { refreshPayment } from '@/lib/payments';
import type { Database } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';

/**
 * Asks the provider how an unpaid order's payment stands, so that whoever comes back from paying sees it paid, however
 * late the webhook is. Without an answer the page shows what is known.
 */
export async function lookAtPayment(db: Database, orderId: string, now: Date) {
  try {
    return await refreshPayment(db, orderId, now);
  } catch (error) {
    log.warn({ err: error, orderId }, 'a payment could not be looked at');
    return null;
  }
}
