import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '../env';

/** What an address of an upload allows. */
export type AllowedUpload = {
  readonly bytes: number;
  /** Unix seconds. */
  readonly until: number;
};

/** Where the folder's uploads come in, signed by a key derived from this installation's secret. */
export function signUploadPath(key: string, { bytes, until }: AllowedUpload): string {
  const signature = signatureOf(key, { bytes, until }).toString('hex');
  return `/api/uploads/${key}?${new URLSearchParams({ bytes: String(bytes), until: String(until), signature })}`;
}

/** Whether that path was signed here and is not too old. */
export function isSignedUpload(
  key: string,
  { signature, ...allowed }: AllowedUpload & { readonly signature: string },
  now: Date,
): boolean {
  if (!/^[0-9a-f]{64}$/.test(signature) || now.getTime() / 1000 > allowed.until) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), signatureOf(key, allowed));
}

function signatureOf(key: string, { bytes, until }: AllowedUpload): Buffer {
  const secret = createHmac('sha256', env().AUTH_SECRET).update('souk upload').digest();
  return createHmac('sha256', secret).update(`${key} ${bytes} ${until}`).digest();
}
