import type { ByteRange } from '@/lib/platform/storage';

/**
 * The one range that a `Range` header asks for of `size` bytes (RFC 9110, 14.1.2). Null for none, for several and for what
 * is no range: those are answered with everything. `unsatisfiable` when it begins behind the end.
 */
export function byteRangeIn(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const [, from = '', until = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && until === '') return null;
  if (from === '') return until === '0' || size === 0 ? 'unsatisfiable' : lastBytes(Number(until), size);
  const first = Number(from);
  if (first >= size) return 'unsatisfiable';
  if (until !== '' && Number(until) < first) return null;
  return { first, last: until === '' ? size - 1 : Math.min(Number(until), size - 1) };
}

function lastBytes(count: number, size: number): ByteRange {
  return { first: Math.max(0, size - count), last: size - 1 };
}
