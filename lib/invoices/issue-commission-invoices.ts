import type { CommissionContent, CommissionLine } from '@/db/schema/invoices';
import { groupBy } from '@/lib/kernel/group-by';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { sumMinor } from '@/lib/kernel/money';
import { taxWithin } from '@/lib/pricing';
import type { Database, Executor } from '@/lib/platform/database';
import { commissionTax } from './commission-tax';
import { documentNumber } from './document-number';
import {
  commissionCause,
  listCommission,
  listMonthsToInvoice,
  type CommissionMonth,
  type TakenCommission,
} from './list-commission';
import { firstOfMonth, monthOf } from './month';
import { marketParty, sellerParty } from './parties';
import { findByCause, writeInvoice } from './write-invoice';

/** A month is invoiced this long after its end, when nothing that belongs into it is still being written. */
const SETTLED_AFTER_HOURS = 6;
const HOUR_MS = 3600 * 1000;

/**
 * Issues the market's document to every seller for every ended month (UTC) in which the ledger took commission or gave
 * some back: an invoice, or a credit note when more went back than was taken. Once for each seller, currency and month,
 * however often this is called.
 */
export async function issueCommissionInvoices(db: Database, now: Date): Promise<void> {
  const end = monthOf(new Date(now.getTime() - SETTLED_AFTER_HOURS * HOUR_MS));
  for (const period of await listMonthsToInvoice(db, end)) {
    const bySeller = groupBy(await listCommission(db, period), commissionCause);
    for (const taken of bySeller.values()) await issueForMonth(db, taken, now);
  }
}

async function issueForMonth(db: Database, taken: readonly TakenCommission[], now: Date): Promise<void> {
  const { sellerId, currency, period } = taken[0]!;
  const cause = commissionCause({ sellerId, currency, period });
  await db.transaction(async (tx) => {
    if (await findByCause(tx, cause)) return;
    const recipient = await sellerParty(tx, sellerId);
    const tax = commissionTax(DEFAULT_MARKET.country, recipient.country, firstOfMonth(period));
    const lines = await toLines(tx, taken);
    const netMinor = sumMinor(lines.map(({ amountMinor }) => amountMinor));
    const totalMinor = Math.abs(netMinor);
    const content: CommissionContent = {
      about: 'commission',
      issuer: marketParty(),
      recipient,
      period,
      taxRule: tax.rule,
      taxBasisPoints: tax.basisPoints,
      lines,
    };
    await writeInvoice(tx, {
      kind: netMinor < 0 ? 'commission_credit_note' : 'commission_invoice',
      issuerId: null,
      sellerId,
      cause,
      currency,
      taxMinor: taxWithin(totalMinor, tax.basisPoints),
      totalMinor,
      content,
      issuedAt: now,
    });
  });
}

/** What is given back names the document it was charged on, unless that is this one (art. 219). */
async function toLines(db: Executor, taken: readonly TakenCommission[]): Promise<CommissionLine[]> {
  const charged = new Map<string, string | null>();
  for (const { amountMinor, takenIn, ...month } of taken) {
    if (amountMinor > 0 || takenIn === month.period || charged.has(takenIn)) continue;
    charged.set(takenIn, await numberOf(db, { ...month, period: takenIn }));
  }
  return taken.map(({ orderNumber, postedAt, amountMinor, takenIn }) => ({
    orderNumber,
    postedAt,
    amountMinor,
    chargedOn: amountMinor < 0 ? (charged.get(takenIn) ?? null) : null,
  }));
}

async function numberOf(db: Executor, month: CommissionMonth): Promise<string | null> {
  const invoice = await findByCause(db, commissionCause(month));
  return invoice && documentNumber(invoice);
}
