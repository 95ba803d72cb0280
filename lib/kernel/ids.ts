/**
 * Keys are native UUIDs, version 7 (RFC 9562: 48 bits of Unix milliseconds, then random bits), so that
 * new rows land at the end of an index. People and addresses see them as `<prefix>_<26 characters>`:
 * Crockford's base32, which is case-insensitive and leaves out look-alike letters.
 */
export type IdPrefix =
  | 'usr'
  | 'cus'
  | 'adr'
  | 'ses'
  | 'sal'
  | 'sel'
  | 'cat'
  | 'brd'
  | 'prd'
  | 'var'
  | 'off'
  | 'med'
  | 'car'
  | 'lin'
  | 'ord'
  | 'slo'
  | 'oln'
  | 'shp'
  | 'zon'
  | 'pay'
  | 'ref'
  | 'dis'
  | 'ret'
  | 'pyt'
  | 'hld'
  | 'cmr'
  | 'inv'
  | 'ent'
  | 'prm'
  | 'rev'
  | 'evt'
  | 'job'
  | 'doc'
  | 'pho'
  | 'gft'
  | 'imp'
  | 'ivt'
  | 'key'
  | 'whe'
  | 'whd'
  | 'cnv'
  | 'msg';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new version-7 UUID for the given Unix time in milliseconds. */
export function newId(nowMs: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setUint16(0, Math.floor(nowMs / 2 ** 32));
  new DataView(bytes.buffer).setUint32(2, nowMs >>> 0);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return formatUuid(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** `ord_01k…`: the form of an id that leaves the server. */
export function publicId(prefix: IdPrefix, uuid: string): string {
  let value = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let text = '';
  for (let digit = 0; digit < 26; digit++) {
    text = ALPHABET[Number(value & 31n)] + text;
    value >>= 5n;
  }
  return `${prefix}_${text}`;
}

/** The UUID behind a public id, or null when it is not one of that prefix. Never throws. */
export function parsePublicId(prefix: IdPrefix, text: string): string | null {
  const lower = text.toLowerCase();
  if (lower.length !== prefix.length + 27 || !lower.startsWith(`${prefix}_`)) return null;
  let value = 0n;
  for (const character of lower.slice(prefix.length + 1)) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return null;
    value = (value << 5n) | BigInt(digit);
  }
  if (value >> 128n !== 0n) return null;
  return formatUuid(value.toString(16).padStart(32, '0'));
}

function formatUuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
