import type { Push } from '@/dev/carrier/journey';
import { carriers } from '@/lib/platform/carriers';
import { env } from '@/lib/platform/env';

/** A UPS number with a right check digit: from the left, every second character counts twice. */
export function upsNumber(serial: number): string {
  const digits = String(serial).padStart(15, '0');
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2),
    0,
  );
  return `1Z${digits}${(10 - (sum % 10)) % 10}`;
}

/** Does to a parcel at the sandbox carrier what a person would on its page. */
export async function pushParcel(trackingNumber: string, ...pushes: readonly Push[]): Promise<void> {
  const { trackerId } = await carriers()!.follow({ trackingNumber, carrier: null });
  for (const push of pushes) {
    const url = new URL(`/parcels/${trackerId}/${push}`, env().EASYPOST_API_URL);
    const { status } = await fetch(url, { method: 'POST', redirect: 'manual' });
    if (status !== 303) throw new Error(`The carrier answered ${status} to ${push}`);
  }
}
