import { isUuid } from '@/lib/kernel/ids';

/** Where a page ended: the sort key and product of its last card. Keys ascend, ties go by product. */
export type Position = { readonly key: number; readonly productId: string };

/** Opaque to whoever holds it; it says nothing that the page did not. */
export function encodeCursor({ key, productId }: Position): string {
  return Buffer.from(`${key}.${productId}`).toString('base64url');
}

/** Null for anything that is not a cursor: a cut or made-up one starts the list over. */
export function decodeCursor(cursor: string): Position | null {
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, key, productId] = /^(-?\d{1,16})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  if (key === undefined || productId === undefined || !isUuid(productId)) return null;
  return Number.isSafeInteger(Number(key)) ? { key: Number(key), productId } : null;
}
