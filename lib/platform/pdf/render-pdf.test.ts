import { describe, expect, it } from 'vitest';
import { renderPdf, type PdfDocument } from '.';

function statement(rows: number): PdfDocument {
  return {
    title: 'Statement of Żółw & Σία',
    language: 'en',
    foot: 'Souk',
    pageLabel: (page, pages) => `Page ${page} of ${pages}`,
    createdAt: new Date('2026-11-01T00:00:00Z'),
    blocks: [
      { kind: 'columns', columns: [{ title: 'To', lines: ['Żółw', 'Łódź'] }] },
      { kind: 'heading', text: 'Lines' },
      {
        kind: 'table',
        columns: [
          { header: 'What', share: 3 },
          { header: 'Amount', share: 1, numeric: true },
        ],
        rows: Array.from({ length: rows }, (_, index) => [`Line ${index}`, '€1.00']),
        totals: [['Total', `€${rows}.00`]],
      },
      { kind: 'facts', facts: [{ label: 'Paid out', value: `€${rows}.00`, strong: true }] },
      { kind: 'text', text: 'Thank you.' },
    ],
  };
}

const pagesOf = (file: Buffer) => file.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;

describe('a paper document', () => {
  it('is a PDF that names its title and language, whatever the alphabet', async () => {
    const file = await renderPdf(statement(3));
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pagesOf(file)).toBe(1);
    expect(file.toString('latin1')).toContain('/Lang (en)');
  });

  it('stands in one file with others, each on pages of its own', async () => {
    const counted: string[] = [];
    const document = (rows: number): PdfDocument => ({
      ...statement(rows),
      pageLabel: (page, pages) => {
        counted.push(`${page}/${pages}`);
        return '';
      },
    });
    expect(pagesOf(await renderPdf(document(3), document(60), document(3)))).toBe(4);
    expect(counted).toEqual(['1/1', '1/2', '2/2', '1/1']);
  });

  it('goes on on further pages instead of losing rows', async () => {
    expect(pagesOf(await renderPdf(statement(200)))).toBeGreaterThan(3);
  });
});
