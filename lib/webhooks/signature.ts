import { createHmac } from 'node:crypto';
import { env } from '@/lib/platform/env';

/** `t=<unix seconds>,v1=<hex>`, with a second `v1` while two secrets count. */
export const WEBHOOK_SIGNATURE_HEADER = 'souk-signature';

/** So long after a change of secrets the one before counts, too. */
const OVERLAP_MS = 24 * 3600 * 1000;

export type SecretState = {
  readonly id: string;
  readonly secretGeneration: number;
  readonly secretRotatedAt: Date | null;
};

/**
 * The secret of an endpoint: HMAC-SHA256 of which endpoint and which of its secrets, by a key of this installation. It
 * stands in no table, so that nobody reads it from there.
 */
export function endpointSecret({ id, secretGeneration }: Omit<SecretState, 'secretRotatedAt'>): string {
  const key = createHmac('sha256', env().AUTH_SECRET).update('souk webhook endpoint').digest();
  const secret = createHmac('sha256', key).update(`${id}.${secretGeneration}`).digest('base64url');
  return `whsec_${secret}`;
}

/** The header's value for a body: an HMAC-SHA256 over time and body, by each secret that counts now. */
export function signWebhook(body: string, endpoint: SecretState, now: Date): string {
  const timestamp = Math.floor(now.getTime() / 1000);
  const { id, secretGeneration, secretRotatedAt } = endpoint;
  const overlaps = secretRotatedAt !== null && now.getTime() - secretRotatedAt.getTime() < OVERLAP_MS;
  const generations = overlaps ? [secretGeneration, secretGeneration - 1] : [secretGeneration];
  const signatures = generations.map((generation) => {
    const secret = endpointSecret({ id, secretGeneration: generation });
    return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
  });
  return [`t=${timestamp}`, ...signatures].join(',');
}
