import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { emailTokens } from '@/db/schema/identity';
import type { Executor, Transaction } from '@/lib/platform/database';

/** Links sent by mail. The mail is the only place the token exists; the database keeps its SHA-256. */
export type EmailTokenPurpose = 'verify_email' | 'reset_password';

const LIFETIME_MS: Readonly<Record<EmailTokenPurpose, number>> = {
  verify_email: 48 * 3600 * 1000,
  reset_password: 60 * 60 * 1000,
};

export async function issueEmailToken(
  db: Executor,
  userId: string,
  purpose: EmailTokenPurpose,
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.insert(emailTokens).values({
    tokenHash: hashToken(token),
    userId,
    purpose,
    expiresAt: new Date(now.getTime() + LIFETIME_MS[purpose]),
  });
  return token;
}

/** Uses a token up and tells whose it was; null when it is unknown, used, late or for something else. */
export async function redeemEmailToken(
  tx: Transaction,
  token: string,
  purpose: EmailTokenPurpose,
  now: Date,
): Promise<string | null> {
  const [used] = await tx
    .update(emailTokens)
    .set({ usedAt: now })
    .where(redeemable(token, purpose, now))
    .returning({ userId: emailTokens.userId });
  return used?.userId ?? null;
}

/** Whether a link would still work, without using it up: pages ask before they show a form. */
export async function isEmailTokenValid(
  db: Executor,
  token: string,
  purpose: EmailTokenPurpose,
  now: Date,
): Promise<boolean> {
  const found = await db
    .select({ userId: emailTokens.userId })
    .from(emailTokens)
    .where(redeemable(token, purpose, now));
  return found.length > 0;
}

/** Makes every link sent so far for this purpose worthless. */
export async function withdrawEmailTokens(
  tx: Transaction,
  userId: string,
  purpose: EmailTokenPurpose,
  now: Date,
): Promise<void> {
  await tx
    .update(emailTokens)
    .set({ usedAt: now })
    .where(and(eq(emailTokens.userId, userId), eq(emailTokens.purpose, purpose), isNull(emailTokens.usedAt)));
}

function redeemable(token: string, purpose: EmailTokenPurpose, now: Date) {
  return and(
    eq(emailTokens.tokenHash, hashToken(token)),
    eq(emailTokens.purpose, purpose),
    isNull(emailTokens.usedAt),
    gt(emailTokens.expiresAt, now),
  );
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
