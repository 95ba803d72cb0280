const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/**
 * A new order number such as `7K2M9-QXM4T`: fifty random bits in Crockford's base32. It does not count up,
 * so it tells nobody how many orders there are and cannot be guessed from another.
 */
export function newOrderNumber(): string {
  const characters = Array.from(
    crypto.getRandomValues(new Uint8Array(LENGTH)),
    (byte) => ALPHABET[byte % ALPHABET.length],
  ).join('');
  return `${characters.slice(0, 5)}-${characters.slice(5)}`;
}

/** The number as stored, from what a person typed: any case, with or without the dash, `O` read as zero. */
export function parseOrderNumber(text: string): string | null {
  const characters = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const valid =
    characters.length === LENGTH && [...characters].every((character) => ALPHABET.includes(character));
  return valid ? `${characters.slice(0, 5)}-${characters.slice(5)}` : null;
}
