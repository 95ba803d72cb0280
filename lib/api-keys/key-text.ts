import { createHash, randomBytes } from 'node:crypto';

/** By which programs that search for leaked secrets know one of ours. */
const PREFIX = 'souk_key_';

/** A new key: 256 random bits. */
export function newKeyText(): string {
  return `${PREFIX}${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a key. So much chance needs no salt and no slow hash: it cannot be guessed from there. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
