import { describe, expect, it } from 'vitest';
import { csv, csvCell } from './csv';

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['-12.50', '-12.50'],
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['say "hi", now', '"say ""hi"", now"'],
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ])('%j is never a formula and one cell', (text, cell) => expect(csvCell(text)).toBe(cell));
});

it('rows end as RFC 4180 says', () => {
  expect(
    csv([
      ['a', 'b, c'],
      ['1', ''],
    ]),
  ).toBe('a,"b, c"\r\n1,\r\n');
});
