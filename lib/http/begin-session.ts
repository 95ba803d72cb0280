import { cookies, headers } from 'next/headers';
import { mergeGuestCart } from '@/lib/carts';
import { ensureCustomer } from '@/lib/customers';
import { getUser, revokeSession, startSession } from '@/lib/identity';
import type { Visitor } from '@/lib/identity/model';
import { systemClock } from '@/lib/kernel/clock';
import { database } from '@/lib/platform/database';
import { resolveActor } from './actor';
import { forgetGuestToken, GUEST_COOKIE, guestTokenIn, hashGuestToken } from './guest-token';

/**
 * Signs this browser in as a user, ends the session it had before and pours the guest's cart into the
 * customer's. Returns the new session's id. Actions and routes only: it touches cookies.
 */
export async function beginSession(userId: string): Promise<string> {
  const db = database();
  const now = systemClock();
  const userAgent = (await headers()).get('user-agent') ?? '';
  const user = await getUser(db, userId);
  if (!user) throw new Error('Somebody without an account was to be signed in');

  const before = await actorOfBrowser();
  const { sessionId, customerId } = await db.transaction(async (tx) => {
    const { email, name, locale } = user;
    if (before.kind === 'user') await revokeSession(tx, before.userId, before.sessionId, now);
    return {
      customerId: await ensureCustomer(tx, { userId, email, name, locale }),
      sessionId: await startSession(tx, userId, userAgent, now),
    };
  });
  await takeOverGuestCart(customerId);
  return sessionId;
}

/** Who this browser spoke for until now. */
export async function actorOfBrowser(): Promise<Visitor> {
  return resolveActor(database(), await cookies(), systemClock());
}

async function takeOverGuestCart(customerId: string): Promise<void> {
  const guestToken = guestTokenIn((await cookies()).get(GUEST_COOKIE)?.value);
  if (!guestToken) return;
  await mergeGuestCart(database(), hashGuestToken(guestToken), customerId);
  await forgetGuestToken();
}
