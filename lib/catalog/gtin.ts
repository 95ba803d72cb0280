/** Digits of a GTIN-8, -12, -13 or -14 with a valid check digit, or null. */
export function parseGtin(text: string): string | null {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return null;
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const fromRight = digits.length - 1 - index;
    sum += Number(digits[index]) * (fromRight % 2 === 0 ? 1 : 3);
  }
  return sum % 10 === 0 ? digits : null;
}

/**
 * Every way the same GTIN is written: a GTIN-12 is a GTIN-13 with a zero before it (GS1 General Specifications,
 * 3.3.2). Scanners and sources differ in how many zeros they keep, so a product is looked for by all of them.
 */
export function writingsOfGtin(gtin: string): string[] {
  const digits = gtin.replace(/^0+/, '');
  return GTIN_LENGTHS.filter((length) => length >= digits.length).map((length) =>
    digits.padStart(length, '0'),
  );
}

const GTIN_LENGTHS = [8, 12, 13, 14] as const;
