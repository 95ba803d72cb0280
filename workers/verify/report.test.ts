import { expect, test } from 'vitest';
import { reportOf } from './report';

const finding = { check: 'every entry balances', broken: 0, examples: [], sellerIds: [], milliseconds: 4 };

test('a report says what holds, what is broken, and how much of it is not shown', () => {
  expect(reportOf([finding])).toMatch(/^ok +every entry balances +4 ms\n\nAll 1 checks hold\.$/);
  const report = reportOf([
    finding,
    { ...finding, check: 'stock adds up', broken: 3, examples: ['offer 1'] },
  ]);
  expect(report).toMatch(/BROKEN +stock adds up .*\n +offer 1\n +and 2 more\n\n1 of 2 checks are broken\.$/);
});
