import { describe, expect, it } from 'vitest';
import { withDeclaredSize, workbook } from '@/tests/support/workbook';
import { isWorkbook, readWorkbook } from './read-workbook';

const SHEET = 'xl/worksheets/sheet1.xml';

async function rowsOf(file: Buffer) {
  const rows = [];
  for await (const row of readWorkbook(file)) rows.push(row);
  return rows;
}

async function cellsOf(...sheet: Parameters<typeof workbook>) {
  return (await rowsOf(await workbook(...sheet))).map(({ cells }) => cells);
}

describe('a workbook', () => {
  it('is read as its first visible sheet shows it: texts, numbers, truths and what formulas came to', async () => {
    const shared =
      '<si><t>sku</t></si><si><r><t>Grün </t></r><r><t>&amp; blau</t></r><rPh><t>x</t></rPh></si>';
    const rows = `
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>price</t></is></c></row>
      <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="b"><v>1</v></c><c r="C3"><v>4.3499999999999996</v></c></row>
      <row r="4"><c r="B4" t="b"><v>0</v></c><c r="C4"><f>2*2</f><v>4</v></c><c t="str"><v>=1</v></c></row>
      <row r="5"><c r="A5"><v>4.006381333931E12</v></c></row>`;
    expect(await cellsOf(rows, shared)).toEqual([
      ['sku', '', 'price'],
      ['Grün & blau', 'true', '4.35'],
      ['', 'false', '4', '=1'],
      ['4006381333931'],
    ]);
  });

  it('leaves out rows that say nothing, and columns far to the right', async () => {
    const rows =
      '<row><c r="A1" s="2"/></row><row/><row><c r="A3"><v>7</v></c><c r="XFD3"><v>8</v></c></row>';
    expect(await cellsOf(rows)).toEqual([['7']]);
  });

  it('says which row holds too much, whose text may be a short one said often, and goes on', async () => {
    const shared = `<si><t>${'x'.repeat(30_000)}</t></si>`;
    const cells = '<c t="s"><v>0</v></c>'.repeat(3);
    const rows = await rowsOf(await workbook(`<row>${cells}</row><row><c><v>1</v></c></row>`, shared));
    expect(rows).toEqual([
      { cells: [], isBroken: true },
      { cells: ['1'], isBroken: false },
    ]);
  });

  it('that would unpack to too much is refused before it is', async () => {
    const file = await workbook('<row><c><v>1</v></c></row>');
    await expect(rowsOf(withDeclaredSize(file, SHEET, 300_000_000))).rejects.toMatchObject({
      reason: 'workbook_too_large',
    });
  });

  it.each([
    ['says less than it holds', async () => withDeclaredSize(await workbook(' '.repeat(500_000)), SHEET, 99)],
    ['holds one endless text', () => workbook(`<row><c t="str"><v>${'x'.repeat(3_000_000)}</v></c></row>`)],
    ['declares entities', () => workbook('<row/>', '', '<!DOCTYPE w [<!ENTITY a "aaaa">]>')],
    ['names a text that is not there', () => workbook('<row><c t="s"><v>3</v></c></row>')],
    ['ends in the middle', async () => (await workbook('<row/>')).subarray(0, 300)],
    ['is not well-formed', () => workbook('<row><c></row>')],
    ['is of before 2007 or locked', async () => Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')],
  ])('that %s is refused', async (_, make) => {
    const file = await make();
    expect(isWorkbook(file)).toBe(true);
    await expect(rowsOf(file)).rejects.toMatchObject({ reason: 'workbook_broken' });
  });

  it('is told from text by how it begins', () => expect(isWorkbook(Buffer.from('PKW,price\n'))).toBe(false));
});
