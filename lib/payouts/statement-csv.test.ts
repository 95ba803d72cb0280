import { expect, it } from 'vitest';
import type { PayoutStatement } from './queries';
import { statementCsv } from './statement-csv';

it('a statement’s lines sum to its payout, in units of the currency', () => {
  const amount = (amountMinor: number) => ({ amountMinor, currency: 'KWD' }) as const;
  const line = { postingId: 'p', sellerOrderId: null, orderNumber: '7F3K', postedAt: '2026-11-01T00:00:00Z' };
  const statement: PayoutStatement = {
    payout: {
      payoutId: 'pyt_1',
      status: 'paid',
      amount: amount(9500),
      reversed: amount(0),
      failureCode: null,
      requestedAt: '2026-11-02T00:00:00Z',
      paidAt: null,
    },
    lines: [
      { ...line, entryId: 'e1', kind: 'release', amount: amount(10_000) },
      { ...line, entryId: 'e2', kind: 'hold', amount: amount(-500) },
    ],
  };
  expect(statementCsv(statement, (kind) => kind).split('\r\n')).toEqual([
    'payout,date,what,order,amount,currency,ledger_entry',
    'pyt_1,2026-11-01T00:00:00Z,release,7F3K,10.000,KWD,e1',
    'pyt_1,2026-11-01T00:00:00Z,hold,7F3K,-0.500,KWD,e2',
    'pyt_1,2026-11-02T00:00:00Z,payout,,9.500,KWD,',
    '',
  ]);
});
