import { randomFrom } from '../random';

const NUMBER_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number as orders have them. */
export function orderNumber(name: string): string {
  const random = randomFrom(`number of ${name}`);
  const characters = Array.from({ length: 10 }, () => random.pick([...NUMBER_ALPHABET])).join('');
  return `${characters.slice(0, 5)}-${characters.slice(5)}`;
}

/** What a parcel's sticker says. */
export function trackingNumber(partId: string): string {
  const random = randomFrom(`parcel ${partId}`);
  return `00340434${String(random.between(0, 10 ** 9 - 1)).padStart(12, '0')}`;
}
