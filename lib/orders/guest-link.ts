import { createHash, createHmac } from 'node:crypto';
import { env } from '@/lib/platform/env';

/**
 * What opens a guest's order besides its number. It follows from the order and this installation's secret, so that
 * every mail can carry it and nothing that opens an order is stored; the order keeps the hash.
 */
export function guestOrderToken(orderId: string): string {
  const key = createHmac('sha256', env().AUTH_SECRET).update('souk guest order').digest();
  return createHmac('sha256', key).update(orderId).digest('base64url');
}

export function hashGuestOrderToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
