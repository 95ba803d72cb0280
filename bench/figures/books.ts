import { sql } from 'drizzle-orm';
import { payouts } from '@/db/schema/payouts';
import { newId } from '@/lib/kernel/ids';
import { getSellerBalances, listStatement, postEntries, type NewEntry } from '@/lib/ledger';
import { getPayoutStatement, statementCsv } from '@/lib/payouts';
import { approvedSeller } from '@/tests/support/people';
import { withOwnDatabase, type OwnDatabase } from '../own-database';
import { report } from '../report';
import { closedBooks } from './closed-books';

const LINES = 50_000;
const BATCH = 250;
const CURRENCY = 'EUR';
const AMOUNT_MINOR = 12_34;

/** A seller of fifty thousand sales: how fast they get into the books, and how fast they are read from them. */
export function measureBooks(): Promise<boolean> {
  return withOwnDatabase(2, async (database) => {
    const sellerId = await approvedSeller(database.ownerDb);
    const isMet = await posting(database, sellerId);
    return [
      isMet,
      await statement(database, sellerId),
      await payoutFile(database, sellerId),
      await closedBooks(database, sellerId),
    ].every(Boolean);
  });
}

/** Each entry moves what a sale earned to what may be paid out. */
async function posting({ db }: OwnDatabase, sellerId: string): Promise<boolean> {
  const startedAt = performance.now();
  for (let first = 0; first < LINES; first += BATCH) {
    const entries = Array.from({ length: BATCH }, (_, index) => releaseOf(sellerId, first + index));
    await db.transaction((tx) => postEntries(tx, entries));
  }
  return report({
    name: 'entries posted to the ledger',
    value: LINES / seconds(startedAt),
    unit: '/s',
    goal: { atLeast: 3000 },
    detail: `of two postings each, ${BATCH} a transaction`,
  });
}

function releaseOf(sellerId: string, number: number): NewEntry {
  return {
    kind: 'release',
    reference: `release:${sellerId}:${number}`,
    orderId: null,
    currency: CURRENCY,
    postings: [
      { account: { kind: 'seller_pending', sellerId }, amountMinor: AMOUNT_MINOR },
      { account: { kind: 'seller_available', sellerId }, amountMinor: -AMOUNT_MINOR },
    ],
  };
}

/** What the seller's money page reads. */
async function statement({ db }: OwnDatabase, sellerId: string): Promise<boolean> {
  const startedAt = performance.now();
  await getSellerBalances(db, sellerId);
  const lines = await listStatement(db, sellerId, { limit: 50, before: null });
  if (lines.length !== 50) throw new Error('The statement is not full');
  return report({
    name: `balances and statement page of ${LINES} lines`,
    value: seconds(startedAt) * 1000,
    unit: 'ms',
    goal: { atMost: 1000 },
  });
}

/** All of it as one payout's file. */
async function payoutFile({ db, ownerDb }: OwnDatabase, sellerId: string): Promise<boolean> {
  const id = newId();
  await ownerDb
    .insert(payouts)
    .values({ id, sellerId, status: 'paid', currency: CURRENCY, amountMinor: LINES * AMOUNT_MINOR });
  await ownerDb.execute(sql`
    insert into payout_postings (posting_id, payout_id)
    select posting.id, ${id} from ledger_postings posting join ledger_accounts account on account.id = posting.account_id
    where account.seller_id = ${sellerId} and account.kind = 'seller_available'`);
  const startedAt = performance.now();
  const payout = await getPayoutStatement(db, id, sellerId);
  if (!payout) throw new Error('The payout is gone');
  const csv = statementCsv(payout, (kind) => kind);
  return report({
    name: `payout statement of ${LINES} lines as CSV`,
    value: seconds(startedAt) * 1000,
    unit: 'ms',
    goal: { atMost: 1000 },
    detail: `${(csv.length / 2 ** 20).toFixed(1)} MB`,
  });
}

function seconds(startedAt: number): number {
  return (performance.now() - startedAt) / 1000;
}
