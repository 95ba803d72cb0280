import type { LineToScan, PartToScan } from '@/lib/fulfilment/model';
import type { PartOnDevice, Scanned } from './device';

/** What a code means for the order at hand. */
export type Match =
  | { readonly kind: 'right'; readonly line: LineToScan; readonly scanned: Scanned }
  | { readonly kind: 'too_many'; readonly line: LineToScan }
  /** Another order on the device needs it. */
  | { readonly kind: 'elsewhere'; readonly part: PartOnDevice }
  | { readonly kind: 'unknown' };

/** Finds the piece a code stands for: by its GTIN, however many zeros are before it, or by the seller's SKU. */
export function matchCode(part: PartOnDevice, others: readonly PartOnDevice[], code: string): Match {
  const named = part.lines.filter((line) => isNamedBy(line, code));
  const line = named.find((each) => missing(part, each) > 0);
  if (line) return { kind: 'right', line, scanned: oneMore(part.scanned, line.lineId) };
  if (named[0]) return { kind: 'too_many', line: named[0] };
  const other = others.find((each) => each.lines.some((of) => isNamedBy(of, code) && missing(each, of) > 0));
  return other ? { kind: 'elsewhere', part: other } : { kind: 'unknown' };
}

export function oneMore(scanned: Scanned, lineId: string): Scanned {
  return { ...scanned, [lineId]: (scanned[lineId] ?? 0) + 1 };
}

export function oneLess(scanned: Scanned, lineId: string): Scanned {
  return { ...scanned, [lineId]: Math.max((scanned[lineId] ?? 0) - 1, 0) };
}

/** How many pieces of a line are still to be found. */
export function missing({ scanned }: Pick<PartOnDevice, 'scanned'>, line: LineToScan): number {
  return line.quantity - (scanned[line.lineId] ?? 0);
}

/** Pieces in the box, and pieces that belong there. */
export function progressOf(part: PartOnDevice): { readonly done: number; readonly of: number } {
  const of = piecesOf(part);
  return { done: of - part.lines.reduce((left, line) => left + missing(part, line), 0), of };
}

export function piecesOf({ lines }: PartToScan): number {
  return lines.reduce((pieces, { quantity }) => pieces + quantity, 0);
}

function isNamedBy({ gtin, sellerSku }: LineToScan, code: string): boolean {
  const typed = code.trim();
  if (typed === '') return false;
  if (sellerSku !== '' && sellerSku.toLowerCase() === typed.toLowerCase()) return true;
  return gtin !== null && /^[\d\s-]+$/.test(typed) && withoutZeros(gtin) === withoutZeros(typed);
}

/** A GTIN-12 is a GTIN-13 with a zero before it (GS1 General Specifications, 3.3.2). */
function withoutZeros(digits: string): string {
  return digits.replaceAll(/[\s-]/g, '').replace(/^0+/, '');
}
