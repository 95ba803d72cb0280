import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { customers } from '@/db/schema/customers';
import { sessions, staffGrants, users } from '@/db/schema/identity';
import { sellerMembers, sellers } from '@/db/schema/sellers';
import { sessionCookieName } from '@/lib/http/session-cookie';
import type { SellerRole, StaffRole } from '@/lib/identity/model';
import { newId } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';

export type Person = {
  readonly userId: string;
  readonly customerId: string;
  readonly sessionId: string;
  readonly email: string;
  /** What their browser sends: they are signed in. */
  readonly cookie: string;
};

type Standing = {
  readonly staffRole?: StaffRole;
  /** A role with an approved seller of their own, or with the one named. */
  readonly sellerRole?: SellerRole;
  readonly sellerId?: string;
};

const A_DAY_MS = 24 * 3600 * 1000;

/** Somebody with an account who is signed in. Written as the owner of the tables. */
export async function signedInPerson(ownerDb: Database, standing: Standing = {}): Promise<Person> {
  const [userId, customerId] = [newId(), newId()];
  const email = `${userId}@people.example`;
  await ownerDb.insert(users).values({ id: userId, email, name: 'Somebody', emailVerifiedAt: new Date() });
  await ownerDb.insert(customers).values({ id: customerId, userId, email, name: 'Somebody' });
  if (standing.staffRole) {
    await ownerDb
      .insert(staffGrants)
      .values({ userId, role: standing.staffRole, reason: 'a test needs one' });
  }
  if (standing.sellerRole) {
    const sellerId = standing.sellerId ?? (await approvedSeller(ownerDb));
    await ownerDb.insert(sellerMembers).values({ sellerId, userId, role: standing.sellerRole });
  }
  const sessionId = await openSession(ownerDb, userId);
  return { userId, customerId, sessionId, email, cookie: await sessionCookie(sessionId) };
}

/** A seller that may sell, without members. Returns its id. */
export async function approvedSeller(ownerDb: Database): Promise<string> {
  const id = newId();
  await ownerDb
    .insert(sellers)
    .values({ id, slug: id, name: 'Some shop', country: 'DE', status: 'approved', approvedAt: new Date() });
  return id;
}

/** What the browser of somebody who has an account sends once they have signed in on it. */
export async function signInCookie(ownerDb: Database, email: string): Promise<string> {
  const [user] = await ownerDb.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (!user) throw new Error(`Nobody has the address ${email}`);
  return sessionCookie(await openSession(ownerDb, user.id));
}

async function openSession(ownerDb: Database, userId: string): Promise<string> {
  const id = newId();
  await ownerDb.insert(sessions).values({ id, userId, expiresAt: new Date(Date.now() + A_DAY_MS) });
  return id;
}

async function sessionCookie(sessionId: string): Promise<string> {
  const name = sessionCookieName();
  const value = await encode({ token: { sessionId }, secret: env().AUTH_SECRET, salt: name });
  return `${name}=${value}`;
}
