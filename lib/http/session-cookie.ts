import { decode } from 'next-auth/jwt';
import { isUuid } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';

/** Longer than any session lasts; the row in `sessions` decides. */
export const SESSION_COOKIE_SECONDS = 60 * 24 * 3600;

/** Whether cookies may demand https; a local stack has none. */
export function secureCookies(): boolean {
  return env().APP_URL.startsWith('https:');
}

export function sessionCookieName(): string {
  return secureCookies() ? '__Host-souk_session' : 'souk_session';
}

/** The session a cookie's value names, or null when it is not ours, altered or past its time. Never throws. */
export async function sessionIdIn(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: env().AUTH_SECRET, salt: sessionCookieName() });
    const sessionId = token?.sessionId;
    return typeof sessionId === 'string' && isUuid(sessionId) ? sessionId : null;
  } catch {
    return null;
  }
}
