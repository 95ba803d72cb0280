/** Check digits of tracking numbers that `ts-tracking-number` does not know. Each takes the number with its check digit last. */

/** ISO/IEC 7812-1, as on payment cards: from the right, every second digit doubled. */
export function luhn(number: string): boolean {
  const sum = digitsOf(number)
    .toReversed()
    .reduce((total, digit, index) => total + (index % 2 === 0 ? digit : doubled(digit)), 0);
  return sum % 10 === 0;
}

/** GS1, as on SSCC labels: from the right, weights 1, 3, 1, 3 … */
export function gs1(number: string): boolean {
  const sum = digitsOf(number)
    .toReversed()
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

/** FedEx: digits before the last, weighted from the right 1, 3, 7, …, modulo 11, modulo 10. */
export function fedEx(number: string): boolean {
  const digits = digitsOf(number);
  const check = digits.pop();
  const weights = [1, 3, 7];
  const sum = digits.toReversed().reduce((total, digit, index) => total + digit * weights[index % 3]!, 0);
  return (sum % 11) % 10 === check;
}

/** ISO/IEC 7064 MOD 37,36 over digits and capitals. */
export function mod37And36(number: string): boolean {
  const values = [...number].map((character) => Number.parseInt(character, 36));
  const check = values.pop();
  const product = values.reduce((carried, value) => {
    const sum = (carried + value) % 36 || 36;
    return (sum * 2) % 37;
  }, 36);
  return (product + check!) % 36 === 1;
}

function digitsOf(number: string): number[] {
  return [...number].map(Number);
}

function doubled(digit: number): number {
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}
