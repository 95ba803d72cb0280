import { cookies } from 'next/headers';
import { cache } from 'react';
import { findActor } from '@/lib/identity';
import type { Visitor } from '@/lib/identity/model';
import { systemClock } from '@/lib/kernel/clock';
import { database, type Database } from '@/lib/platform/database';
import { atChosenShop, SHOP_COOKIE } from './chosen-shop';
import { GUEST_COOKIE, guestTokenIn } from './guest-token';
import { sessionCookieName, sessionIdIn } from './session-cookie';

export type CookieJar = { get(name: string): { readonly value: string } | undefined };

/**
 * Who the cookies of a request speak for. The cookie only names a session; whether it still holds and what
 * its person may do is read from the database, so that signing out elsewhere or losing a role takes effect
 * at the next request. Guests cost no query.
 */
export async function resolveActor(db: Database, jar: CookieJar, now: Date): Promise<Visitor> {
  const sessionId = await sessionIdIn(jar.get(sessionCookieName())?.value);
  const user = sessionId ? await findActor(db, sessionId, now) : null;
  if (user) return atChosenShop(user, jar.get(SHOP_COOKIE)?.value);
  const guestToken = guestTokenIn(jar.get(GUEST_COOKIE)?.value);
  return { kind: 'guest', guestToken, sessionEnded: sessionId !== null };
}

/** Who is asking for the page that is being rendered; resolved once per rendering. */
export const currentActor = cache(async (): Promise<Visitor> =>
  resolveActor(database(), await cookies(), systemClock()),
);
