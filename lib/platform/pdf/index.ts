/** Paper documents: said as data, rendered in one look. */
export type { PdfBlock, PdfColumnText, PdfDocument, PdfFact, PdfTable, PdfTableColumn } from './document';
export { renderLabels, type PdfLabel, type PdfLabels } from './render-labels';
export { renderPdf } from './render-pdf';
