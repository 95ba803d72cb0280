import { createHash } from 'node:crypto';
import type { PictureFormat } from './model';

/** 120 bits of SHA-256 as hex: no two contents meet by accident. */
const DIGEST_LENGTH = 30;

/** The base key of what is made from `content`: bytes, or the recipe they are made by. */
export function baseKeyOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, DIGEST_LENGTH);
}

/** Where a film lies in the storage, and under `/media/`. */
export function filmKey(baseKey: string): string {
  return `${baseKey}.mp4`;
}

/** Where a rendition lies in the storage, and under `/media/`. */
export function renditionKey(baseKey: string, width: number, format: PictureFormat): string {
  return `${baseKey}-${width}.${format}`;
}
