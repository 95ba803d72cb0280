import { randomFrom } from '../random';

const NUMBER_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number as orders have them. */
export function orderNumber(name: string): string {
  const random = randomFrom(`number of ${name}`);
  const characters = Array.from({ length: 10 }, () => random.pick([...NUMBER_ALPHABET])).join('');
  return `${characters.slice(0, 5)}-${characters.slice(5)}`;
}

/** What a parcel's sticker says: an SSCC of DHL's, its check digit last (GS1: from the right 3, 1, 3 …). */
export function trackingNumber(partId: string): string {
  const random = randomFrom(`parcel ${partId}`);
  const serial = `340434${String(random.between(0, 10 ** 9 - 1)).padStart(11, '0')}`;
  const sum = [...serial]
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return `00${serial}${(10 - (sum % 10)) % 10}`;
}
