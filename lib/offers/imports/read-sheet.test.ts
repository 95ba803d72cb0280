import { describe, expect, it } from 'vitest';
import { newId, publicId } from '@/lib/kernel/ids';
import { guessColumns, isUsable } from './columns';
import { readHeading, readSheet } from './read-sheet';

async function rowsOf(text: string | Buffer, skip = 0) {
  const file = Buffer.from(text);
  const heading = await readHeading(file);
  if (typeof heading === 'string') return heading;
  const rows = [];
  for await (const row of readSheet(file, guessColumns(heading), skip)) rows.push(row);
  return rows;
}

describe('a sheet', () => {
  it('says what is to change, by our names or others’, and nothing where it says nothing', async () => {
    const offerId = newId();
    const rows = await rowsOf(
      `Offer ID;Title;Stock;Price;Selling\r\n${publicId('off', offerId)};Tea, green;7;12,50;yes\r\n;;1;;\r\n`,
    );
    expect(rows).toMatchObject([
      { number: 1, problem: null, offerId, priceMinor: 1250, onHand: 7, selling: true },
      { number: 2, problem: 'offer_unknown' },
    ]);
    expect(await rowsOf('SKU,qty\nA-1,\n')).toMatchObject([
      { sku: 'A-1', priceMinor: null, onHand: null, selling: null },
    ]);
  });

  it.each([
    ['price', '-1', 'price_wrong'],
    ['price', '0', 'price_wrong'],
    ['price', '99999999999', 'price_wrong'],
    ['price', 'free', 'price_wrong'],
    ['stock', '-3', 'stock_wrong'],
    ['stock', '1.5', 'stock_wrong'],
    ['stock', '99999999', 'stock_wrong'],
    ['selling', 'perhaps', 'selling_wrong'],
  ])('with %s %j is wrong in that row alone', async (column, typed, problem) => {
    const rows = await rowsOf(`sku,${column}\nA-1,${typed}\nA-2,1\n`);
    expect(rows).toMatchObject([
      { number: 1, problem },
      { number: 2, problem: null },
    ]);
  });

  it('is read in the encodings that spreadsheets write', async () => {
    const windows = Buffer.from('sku\tprice\nGr\u{fc}n\t3\n', 'latin1');
    expect(await rowsOf(windows)).toMatchObject([{ sku: 'Grün', priceMinor: 300 }]);
    expect(await rowsOf('\u{feff}sku,price\nA,3\n')).toMatchObject([{ sku: 'A' }]);
    expect(await rowsOf(Buffer.from('\u{feff}sku\tprice\nGrün\t3\n', 'utf16le'))).toMatchObject([
      { sku: 'Grün' },
    ]);
    expect(await rowsOf('sku,price\nA\0B,3\n')).toMatchObject([{ cells: ['AB', '3'] }]);
  });

  it('goes on where it was left, and takes our own guard against formulas off again', async () => {
    expect(await rowsOf("sku,price\nA,1\n'=B,2\n", 1)).toMatchObject([{ number: 2, sku: '=B' }]);
  });

  it.each([
    ['4.50', 450],
    ['4,50', 450],
    ['1.234,50', 123450],
    ['1,234.50', 123450],
    ['€ 12', 1200],
    ['12,5 EUR', 1250],
  ])('with the price %j is in minor units %d', async (typed, priceMinor) => {
    expect(await rowsOf(`sku;price\nA;${typed}\n`)).toMatchObject([{ priceMinor }]);
  });

  it('without anything is none', async () => expect(await rowsOf('')).toBe('empty'));

  it.each([
    [['title', 'price'], false],
    [['sku', 'title'], false],
    [['SKU', 'Qty'], true],
    [['Artikelnummer', 'Preis'], true],
  ])('with the heading %j says enough: %s', (heading, enough) => {
    expect(isUsable(guessColumns(heading))).toBe(enough);
  });
});
