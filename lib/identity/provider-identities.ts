import { and, asc, eq } from 'drizzle-orm';
import { userIdentities, users } from '@/db/schema/identity';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { withdrawEmailTokens } from './email-tokens';
import { revokeAllSessions } from './sessions';
import { markEmailVerified } from './verify-email';

/** What a provider vouches for. */
export type ProviderClaims = {
  readonly provider: 'google';
  /** The provider's own, lasting id of the person. */
  readonly subject: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
};

/**
 * The account of whoever a provider says this is: the one the identity belongs to, else the one with the same
 * confirmed address, else a new one. An account under that address that never confirmed it was opened by
 * somebody who may not own it: its password and sessions are dropped before it is handed over.
 */
export async function signInWithProvider(
  db: Database,
  claims: ProviderClaims,
  locale: string,
  now: Date,
): Promise<Result<{ userId: string }, 'provider_email_unverified' | 'account_locked'>> {
  return db.transaction(async (tx) => {
    const known = await findIdentity(tx, claims);
    if (!known && !claims.emailVerified) return refuse('provider_email_unverified');
    const userId = known ?? (await adoptByEmail(tx, claims, locale, now));

    const [user] = await tx.select({ lockedAt: users.lockedAt }).from(users).where(eq(users.id, userId));
    return user?.lockedAt ? refuse('account_locked') : ok({ userId });
  });
}

/** Lets a signed-in person sign in through a provider too. Refused when the identity is another account's. */
export async function connectProvider(
  db: Database,
  userId: string,
  { provider, subject }: ProviderClaims,
): Promise<Result<null, 'conflict'>> {
  await db.insert(userIdentities).values({ provider, subject, userId }).onConflictDoNothing();
  const [owner] = await db.select().from(userIdentities).where(identityIs({ provider, subject }));
  return owner?.userId === userId ? ok(null) : refuse('conflict');
}

/** Refused while it is the only way in. */
export async function disconnectProvider(
  db: Database,
  userId: string,
  provider: ProviderClaims['provider'],
): Promise<Result<null, 'not_allowed_now'>> {
  return db.transaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, userId)).for('update');
    if (!user?.passwordHash) return refuse('not_allowed_now');
    await tx
      .delete(userIdentities)
      .where(and(eq(userIdentities.userId, userId), eq(userIdentities.provider, provider)));
    return ok(null);
  });
}

/** How this person can sign in. */
export async function getSignInMethods(
  db: Executor,
  userId: string,
): Promise<{ readonly hasPassword: boolean; readonly providers: readonly string[] }> {
  const [user] = await db
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId));
  const identities = await db
    .select({ provider: userIdentities.provider })
    .from(userIdentities)
    .where(eq(userIdentities.userId, userId))
    .orderBy(asc(userIdentities.provider));
  return { hasPassword: user?.passwordHash != null, providers: identities.map(({ provider }) => provider) };
}

async function findIdentity(tx: Transaction, claims: ProviderClaims): Promise<string | null> {
  const [identity] = await tx.select().from(userIdentities).where(identityIs(claims));
  return identity?.userId ?? null;
}

async function adoptByEmail(
  tx: Transaction,
  { provider, subject, email, name }: ProviderClaims,
  locale: string,
  now: Date,
): Promise<string> {
  await tx.insert(users).values({ name, email, locale }).onConflictDoNothing({ target: users.email });
  const [user] = await tx.select().from(users).where(eq(users.email, email)).for('update');
  if (!user) throw new Error('An account was deleted while its owner signed in');
  if (!user.emailVerifiedAt) {
    await tx.update(users).set({ name, passwordHash: null }).where(eq(users.id, user.id));
    await revokeAllSessions(tx, user.id, now);
    await withdrawEmailTokens(tx, user.id, 'verify_email', now);
    await withdrawEmailTokens(tx, user.id, 'reset_password', now);
    await markEmailVerified(tx, user.id, now);
  }
  await tx.insert(userIdentities).values({ provider, subject, userId: user.id }).onConflictDoNothing();
  return user.id;
}

function identityIs({ provider, subject }: Pick<ProviderClaims, 'provider' | 'subject'>) {
  return and(eq(userIdentities.provider, provider), eq(userIdentities.subject, subject));
}
