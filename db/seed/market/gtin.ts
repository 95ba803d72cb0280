/** The check digit of GTIN-8 to GTIN-14: weights 3 and 1 from the right (GS1 General Specifications, 7.9). */
export function gtinCheckDigit(digits: string): number {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** A valid EAN-13 from a number below 10^10. The prefix 29 is for use within a company, so it names no real product. */
export function demoGtin(serial: number): string {
  const digits = `29${String(serial).padStart(10, '0')}`;
  return `${digits}${gtinCheckDigit(digits)}`;
}
