import { afterEach } from 'vitest';
import type { Database } from '@/lib/platform/database';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { testDatabase } from './database';
import { expectMoneyToAddUp } from './money-invariants';
import { testPayments, type TestPayments } from './payments';
import { sentMails } from './sent-mail';

/** What a test trades with: the database as the app and as its owner sees it, and the payment provider. */
export type ShopWithBooks = {
  readonly db: Database;
  readonly ownerDb: Database;
  readonly payments: TestPayments;
};

/**
 * A shop for this test file, in which everything pending is done after each test and every cent must then
 * be where it belongs. Call it once at the top; the mails sent by then are forgotten.
 */
export async function shopWithBooks(): Promise<ShopWithBooks> {
  const { db, ownerDb } = await testDatabase({ poolSize: 20 });
  afterEach(async () => {
    await drain(db, works);
    await expectMoneyToAddUp(db);
    sentMails.length = 0;
  });
  return { db, ownerDb, payments: testPayments() };
}
