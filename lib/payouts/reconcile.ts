import { eq } from 'drizzle-orm';
import { sellerAccounts } from '@/db/schema/payouts';
import type { Currency } from '@/lib/kernel/money';
import { getSellerBalances } from '@/lib/ledger';
import type { Database } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import { requestPayout } from './request-payout';
import { listUnsettledReversals, sendReversal } from './reverse-transfers';
import { listUnsettledPayouts, refreshPayout } from './send-payout';

const UNSETTLED_AFTER_SECONDS = 600;
const BATCH = 100;

/** Asks the provider about every payout and reversal that has not settled for ten minutes, and goes on with it. */
export async function reconcilePayouts(db: Database): Promise<void> {
  for (const payoutId of await listUnsettledPayouts(db, UNSETTLED_AFTER_SECONDS, BATCH)) {
    await attempt({ payoutId }, () => refreshPayout(db, payoutId));
  }
  for (const reversalId of await listUnsettledReversals(db, UNSETTLED_AFTER_SECONDS)) {
    await attempt({ reversalId }, () => sendReversal(db, reversalId));
  }
}

/** The regular run: pays out to every seller with a complete account what is available. */
export async function payOutAll(db: Database, now: Date): Promise<void> {
  const ready = await db
    .select({ sellerId: sellerAccounts.sellerId })
    .from(sellerAccounts)
    .where(eq(sellerAccounts.payoutsEnabled, true));
  for (const { sellerId } of ready) {
    await attempt({ sellerId }, async () => {
      for (const currency of await currenciesOf(db, sellerId)) {
        await requestPayout(db, { sellerId, currency, now });
      }
    });
  }
}

async function currenciesOf(db: Database, sellerId: string): Promise<Currency[]> {
  return (await getSellerBalances(db, sellerId)).map(({ currency }) => currency);
}

/** One that fails is logged and stays for the next time; it never keeps the others waiting. */
async function attempt(what: Record<string, string>, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.error({ err: error, ...what }, 'a payout could not go on');
  }
}
