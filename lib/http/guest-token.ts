import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { secureCookies } from './session-cookie';

/**
 * A guest's cart is found by a random token in their browser; the database keeps only its hash. The cookie
 * is set by the first write, never by looking around.
 */
export const GUEST_COOKIE = 'souk_guest';

const MAX_AGE_SECONDS = 60 * 24 * 3600;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The token in a cookie's value, or null when it cannot be one of ours. */
export function guestTokenIn(cookie: string | undefined): string | null {
  return cookie && TOKEN.test(cookie) ? cookie : null;
}

/** What is stored in place of the token. */
export function hashGuestToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The browser's guest token; makes one and sets its cookie when there is none. Actions and routes only. */
export async function ensureGuestToken(): Promise<string> {
  const jar = await cookies();
  const present = guestTokenIn(jar.get(GUEST_COOKIE)?.value);
  if (present) return present;
  const token = randomBytes(32).toString('base64url');
  jar.set(GUEST_COOKIE, token, {
    httpOnly: true,
    secure: secureCookies(),
    sameSite: 'lax',
    path: '/',
    maxAge: MAX_AGE_SECONDS,
  });
  return token;
}

/** After its cart has become a customer's. */
export async function forgetGuestToken(): Promise<void> {
  const jar = await cookies();
  if (jar.has(GUEST_COOKIE)) jar.delete(GUEST_COOKIE);
}
