import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from './env';

/**
 * Calls from the worker to the web process: an HMAC-SHA256 over time and body, by a key derived from this
 * installation's secret. An old or altered call is refused.
 */
export const SIGNATURE_HEADER = 'x-souk-signature';

const TOLERANCE_SECONDS = 60;

/** The header's value for `body`: `t=<unix seconds>,v1=<hex>`. */
export function signInternalCall(body: string, now: Date): string {
  const timestamp = Math.floor(now.getTime() / 1000);
  return `t=${timestamp},v1=${signatureOf(timestamp, body).toString('hex')}`;
}

/** Whether `header` is ours, over exactly this body, and at most a minute from `now`. */
export function isInternalCall(header: string | null, body: string, now: Date): boolean {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '');
  if (!match) return false;
  const timestamp = Number(match[1]);
  if (Math.abs(now.getTime() / 1000 - timestamp) > TOLERANCE_SECONDS) return false;
  return timingSafeEqual(Buffer.from(match[2]!, 'hex'), signatureOf(timestamp, body));
}

function signatureOf(timestamp: number, body: string): Buffer {
  const key = createHmac('sha256', env().AUTH_SECRET).update('souk internal call').digest();
  return createHmac('sha256', key).update(`${timestamp}.${body}`).digest();
}
