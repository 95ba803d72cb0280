/**
 * The caller's address, for counting attempts. The last entry of `x-forwarded-for` is what the nearest proxy
 * (or Next itself, without one) saw; earlier entries are the caller's own words and are not believed.
 * An IPv6 network counts as one caller, since a household is given at least 2^64 addresses.
 */
export function clientIp(headers: Headers): string {
  const nearest = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (!nearest) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(nearest)?.[1];
  if (mapped) return mapped;
  return nearest.includes(':') ? networkOf(nearest) : nearest;
}

/** The first 64 bits, with `::` written out. */
function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
