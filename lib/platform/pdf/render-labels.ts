import PDFDocument from 'pdfkit';
import { bytesOf, INK, MUTED, REGULAR, STRONG } from './paper';

/** What stands on a parcel. */
export type PdfLabel = {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** At the foot, for whoever brings it back. */
  readonly reference: string;
};

export type PdfLabels = {
  readonly title: string;
  /** BCP 47, for readers that speak. */
  readonly language: string;
  readonly createdAt: Date;
  readonly labels: readonly PdfLabel[];
};

/** Points. */
const MARGIN = 20;
const FROM_SIZE = 8;
/** The largest at which the longest line fits is taken. */
const TO_SIZES = [18, 16, 14, 12, 10] as const;
const TO_TOP = 130;
const LINE_HEIGHT = 1.35;

/** Labels as one file, each on a page of A6: what label printers take, and four of them a sheet of A4. */
export function renderLabels({ title, language, createdAt, labels }: PdfLabels): Promise<Buffer> {
  const page = new PDFDocument({
    size: 'A6',
    margin: MARGIN,
    autoFirstPage: false,
    lang: language,
    displayTitle: true,
    info: { Title: title, CreationDate: createdAt },
  });
  const file = bytesOf(page);
  for (const label of labels) {
    page.addPage();
    drawLabel(page, label);
  }
  page.end();
  return file;
}

function drawLabel(page: PDFKit.PDFDocument, { from, to, reference }: PdfLabel): void {
  const { width, height } = page.page;
  const room = width - 2 * MARGIN;
  page.font(REGULAR).fontSize(FROM_SIZE).fillColor(MUTED);
  page.text(from.join('\n'), MARGIN, MARGIN, { width: room });
  page
    .moveTo(MARGIN, TO_TOP - MARGIN)
    .lineTo(width - MARGIN, TO_TOP - MARGIN)
    .lineWidth(0.5)
    .strokeColor(MUTED)
    .stroke();
  page.font(STRONG).fillColor(INK);
  const size = TO_SIZES.find((each) => fits(page.fontSize(each), to, room)) ?? TO_SIZES.at(-1)!;
  page.fontSize(size).text(to.join('\n'), MARGIN, TO_TOP, {
    width: room,
    height: height - TO_TOP - 3 * MARGIN,
    lineGap: size * (LINE_HEIGHT - 1.2),
    ellipsis: true,
  });
  page.font(REGULAR).fontSize(FROM_SIZE).fillColor(MUTED);
  page.text(reference, MARGIN, height - 2 * MARGIN, { width: room, lineBreak: false });
}

function fits(page: PDFKit.PDFDocument, lines: readonly string[], room: number): boolean {
  return lines.every((line) => page.widthOfString(line) <= room);
}
