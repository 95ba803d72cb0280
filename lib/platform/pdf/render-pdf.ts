import PDFDocument from 'pdfkit';
import type { PdfBlock, PdfColumnText, PdfDocument, PdfFact, PdfTable } from './document';
import { bytesOf, INK, MUTED, REGULAR, STRONG } from './paper';

/** Points. */
const MARGIN = 50;
const FOOT = 40;
const GAP = 14;
const ROW_GAP = 5;
const CELL_GAP = 8;
const FACT_LABEL_SHARE = 0.6;

const SIZES = { title: 20, heading: 12, text: 9.5, small: 8 } as const;
const LINE = '#ddd6cc';

type Page = PDFKit.PDFDocument;

/**
 * Documents as one file, on A4, named and dated as the first; each begins on a page of its own and counts its own. What
 * does not fit a page goes on on the next one.
 */
export function renderPdf(first: PdfDocument, ...others: readonly PdfDocument[]): Promise<Buffer> {
  const page = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
    bufferPages: true,
    lang: first.language,
    displayTitle: true,
    info: { Title: first.title, CreationDate: first.createdAt },
  });
  const file = bytesOf(page);
  drawDocument(page, first);
  for (const document of others) {
    page.addPage();
    drawDocument(page, document);
  }
  page.end();
  return file;
}

/** From the top of the last page on. */
function drawDocument(page: Page, document: PdfDocument): void {
  const firstPage = page.bufferedPageRange().count - 1;
  write(page, document.title, { font: STRONG, size: SIZES.title });
  page.moveDown(0.6);
  for (const block of document.blocks) drawBlock(page, block);
  drawFeet(page, document, firstPage);
}

function drawBlock(page: Page, block: PdfBlock): void {
  switch (block.kind) {
    case 'heading':
      page.y += GAP / 2;
      write(page, block.text, { font: STRONG, size: SIZES.heading });
      page.y += GAP / 2;
      break;
    case 'text':
      write(page, block.text, {});
      page.y += GAP;
      break;
    case 'columns':
      drawColumns(page, block.columns);
      break;
    case 'facts':
      drawFacts(page, block.facts);
      break;
    case 'table':
      drawTable(page, block);
      break;
  }
}

type Style = { readonly font?: string; readonly size?: number; readonly color?: string };

function write(page: Page, text: string, style: Style, at?: Box): void {
  use(page, style);
  const { x, y, width, align } = at ?? { x: MARGIN, y: page.y, width: widthOf(page), align: 'left' };
  page.text(text, x, y, { width, align });
}

type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align: 'left' | 'right';
};

function use(page: Page, { font = REGULAR, size = SIZES.text, color = INK }: Style): void {
  page.font(font).fontSize(size).fillColor(color);
}

function widthOf(page: Page): number {
  return page.page.width - 2 * MARGIN;
}

function drawColumns(page: Page, columns: readonly PdfColumnText[]): void {
  const width = widthOf(page) / columns.length - CELL_GAP;
  const top = page.y;
  const bottoms = columns.map(({ title, lines }, index) => {
    const box = { x: MARGIN + index * (width + CELL_GAP), width, align: 'left' } as const;
    write(page, title, { size: SIZES.small, color: MUTED }, { ...box, y: top });
    write(page, lines.join('\n'), {}, { ...box, y: page.y + 2 });
    return page.y;
  });
  page.y = Math.max(...bottoms) + GAP;
}

function drawFacts(page: Page, facts: readonly PdfFact[]): void {
  for (const { label, value, strong } of facts) {
    const style = { font: strong ? STRONG : REGULAR };
    drawRow(page, [label, value], [FACT_LABEL_SHARE, 1 - FACT_LABEL_SHARE], [false, true], style);
  }
  page.y += GAP;
}

function drawTable(page: Page, { columns, rows, totals = [] }: PdfTable): void {
  const shares = columns.map(({ share }) => share);
  const numeric = columns.map((column) => column.numeric === true);
  const drawHead = () => {
    const headers = columns.map(({ header }) => header);
    drawRow(page, headers, shares, numeric, { size: SIZES.small, color: MUTED });
    drawLine(page);
  };
  drawHead();
  for (const row of rows) {
    if (!fits(page, row, shares)) {
      page.addPage();
      drawHead();
    }
    drawRow(page, row, shares, numeric, {});
  }
  if (totals.length > 0) drawLine(page);
  for (const total of totals) drawRow(page, total, shares, numeric, { font: STRONG });
  page.y += GAP;
}

function fits(page: Page, cells: readonly string[], shares: readonly number[]): boolean {
  return page.y + heightOf(page, cells, shares, {}) <= page.page.height - MARGIN - FOOT;
}

function heightOf(page: Page, cells: readonly string[], shares: readonly number[], style: Style): number {
  use(page, style);
  const widths = cellWidths(page, shares);
  return Math.max(...cells.map((cell, index) => page.heightOfString(cell, { width: widths[index]! })));
}

function drawRow(
  page: Page,
  cells: readonly string[],
  shares: readonly number[],
  numeric: readonly boolean[],
  style: Style,
): void {
  const widths = cellWidths(page, shares);
  const height = heightOf(page, cells, shares, style);
  if (page.y + height > page.page.height - MARGIN - FOOT) page.addPage();
  const y = page.y;
  let x = MARGIN;
  cells.forEach((cell, index) => {
    const width = widths[index]!;
    write(page, cell, style, { x, y, width, align: numeric[index] ? 'right' : 'left' });
    x += width + CELL_GAP;
  });
  page.y = y + height + ROW_GAP;
}

function cellWidths(page: Page, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const room = widthOf(page) - CELL_GAP * (shares.length - 1);
  return shares.map((share) => (room * share) / whole);
}

function drawLine(page: Page): void {
  page
    .moveTo(MARGIN, page.y)
    .lineTo(page.page.width - MARGIN, page.y)
    .lineWidth(0.5)
    .strokeColor(LINE)
    .stroke();
  page.y += ROW_GAP;
}

/** After everything else, when it is known how many pages there are. */
function drawFeet(page: Page, { foot, pageLabel }: PdfDocument, firstPage: number): void {
  const pages = page.bufferedPageRange().count - firstPage;
  for (let index = 0; index < pages; index++) {
    page.switchToPage(firstPage + index);
    // Below the margin a text would begin a new page.
    page.page.margins.bottom = 0;
    const box = { y: page.page.height - MARGIN, x: MARGIN, width: widthOf(page) };
    write(
      page,
      foot,
      { size: SIZES.small, color: MUTED },
      { ...box, width: box.width * 0.75, align: 'left' },
    );
    write(page, pageLabel(index + 1, pages), { size: SIZES.small, color: MUTED }, { ...box, align: 'right' });
  }
}
