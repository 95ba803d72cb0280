import { plainAmount } from '@/lib/kernel/money';
import type { PayoutLine, PayoutStatement } from './queries';

/** A cell that a spreadsheet would take for a formula. A plain number is none, also below zero. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]/;

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
      signed(line.amount),
      line.amount.currency,
      line.entryId,
    ]),
    [
      payout.payoutId,
      payout.requestedAt,
      words('payout'),
      '',
      signed(payout.amount),
      payout.amount.currency,
      '',
    ],
  ];
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** Text as one cell, quoted where it must be and never a formula. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function signed({ amountMinor, currency }: PayoutStatement['payout']['amount']): string {
  const sign = amountMinor < 0 ? '-' : '';
  return `${sign}${plainAmount({ amountMinor: Math.abs(amountMinor), currency })}`;
}
