import { parseGtin, writingsOfGtin } from '@/lib/catalog';

/** Every way the GTIN in a cell is written, or null when it is none. Spreadsheets drop the zeros at its front. */
export function gtinWritings(cell: string): readonly string[] | null {
  const gtin = parseGtin(cell) ?? parseGtin(cell.trim().padStart(12, '0'));
  return gtin === null ? null : writingsOfGtin(gtin);
}
