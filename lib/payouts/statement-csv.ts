import { csv } from '@/lib/kernel/csv';
import { plainAmount } from '@/lib/kernel/money';
import type { PayoutLine, PayoutStatement } from './queries';

/**
 * A payout's statement for spreadsheets (RFC 4180): a line each, with the ledger entry that says so; the last is their
 * sum. Times are ISO 8601 in UTC, amounts plain numbers. No cell can be taken for a formula.
 */
export function statementCsv(
  statement: PayoutStatement,
  words: (kind: PayoutLine['kind'] | 'payout') => string,
): string {
  const { payout, lines } = statement;
  const rows = [
    ['payout', 'date', 'what', 'order', 'amount', 'currency', 'ledger_entry'],
    ...lines.map((line) => [
      payout.payoutId,
      line.postedAt,
      words(line.kind),
      line.orderNumber ?? '',
      plainAmount(line.amount),
      line.amount.currency,
      line.entryId,
    ]),
    [
      payout.payoutId,
      payout.requestedAt,
      words('payout'),
      '',
      plainAmount(payout.amount),
      payout.amount.currency,
      '',
    ],
  ];
  return csv(rows);
}
