import { and, eq, isNull } from 'drizzle-orm';
import { users } from '@/db/schema/identity';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { countAttempt } from './attempts';
import { redeemEmailToken } from './email-tokens';
import { emailVerified } from './events';

/** Confirms the address a link was sent to. The link works once. */
export async function verifyEmail(
  db: Database,
  { token, ip }: { readonly token: string; readonly ip: string },
  now: Date,
): Promise<Result<{ userId: string }, 'link_invalid' | 'too_many_requests'>> {
  const limited = await countAttempt('email-token', { ip });
  if (limited) return limited;
  return db.transaction(async (tx) => {
    const userId = await redeemEmailToken(tx, token, 'verify_email', now);
    if (!userId) return refuse('link_invalid');
    await markEmailVerified(tx, userId, now);
    return ok({ userId });
  });
}

/** Does nothing for an address that is confirmed already. */
export async function markEmailVerified(tx: Transaction, userId: string, now: Date): Promise<void> {
  const [verified] = await tx
    .update(users)
    .set({ emailVerifiedAt: now })
    .where(and(eq(users.id, userId), isNull(users.emailVerifiedAt)))
    .returning({ email: users.email });
  if (!verified) return;
  await emitEvent(tx, emailVerified, {
    aggregateId: userId,
    aggregateVersion: 1,
    payload: { userId, email: verified.email },
  });
}
