import { sql } from 'drizzle-orm';
import type { Database } from '@/lib/platform/database';
import { stripe } from '@/lib/platform/stripe';

/**
 * Puts the money of orders that were paid before there was a sandbox into the market's balance there, so that it can
 * be paid out to sellers and the books have at the provider what is there.
 */
export async function fundProvider(db: Database): Promise<void> {
  const past = await db.execute<{ currency: string; amount: string }>(sql`
    select currency, sum(captured_minor - refunded_minor) as amount
    from payments where intent_id is null and captured_minor > refunded_minor group by currency`);
  for (const { currency, amount } of past) {
    await stripe().topups.create(
      { amount: Number(amount), currency: currency.toLowerCase(), metadata: { reference: 'opening' } },
      { idempotencyKey: `opening-${currency}` },
    );
  }
}
