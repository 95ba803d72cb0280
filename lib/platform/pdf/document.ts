/**
 * A paper document as data: what stands on it, top to bottom. Texts are finished words in one language; the
 * renderer decides only how they look, the same for every document of the market.
 */
export type PdfDocument = {
  /** In the file's properties, and its first heading. */
  readonly title: string;
  /** BCP 47, for readers that speak. */
  readonly language: string;
  readonly blocks: readonly PdfBlock[];
  /** At the foot of every page, e.g. who issued it. */
  readonly foot: string;
  /** `Page 2 of 3`. */
  readonly pageLabel: (page: number, pages: number) => string;
  /** When it was made: the same document at the same time is the same bytes. */
  readonly createdAt: Date;
};

export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Addresses and the like, side by side. */
  | { readonly kind: 'columns'; readonly columns: readonly PdfColumnText[] }
  /** Labelled values, one under the other. */
  | { readonly kind: 'facts'; readonly facts: readonly PdfFact[] }
  | PdfTable;

export type PdfColumnText = { readonly title: string; readonly lines: readonly string[] };

export type PdfFact = { readonly label: string; readonly value: string; readonly strong?: boolean };

/** Its head is repeated on every page it reaches. */
export type PdfTable = {
  readonly kind: 'table';
  readonly columns: readonly PdfTableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Under a line, at the end: sums. */
  readonly totals?: readonly (readonly string[])[];
};

export type PdfTableColumn = {
  readonly header: string;
  /** Of the width, in proportion to the other columns. */
  readonly share: number;
  /** Figures stand at the end. */
  readonly numeric?: boolean;
};
