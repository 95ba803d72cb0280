import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { sellerInvites } from '@/db/schema/seller-invites';
import type { Executor } from '@/lib/platform/database';

const LIFETIME_MS = 7 * 24 * 3600 * 1000;

/** When an invitation that is sent now ends. */
export function inviteExpiry(now: Date): Date {
  return new Date(now.getTime() + LIFETIME_MS);
}

/** Neither accepted nor withdrawn nor too old. */
export function isOpen(now: Date) {
  return and(
    isNull(sellerInvites.acceptedAt),
    isNull(sellerInvites.withdrawnAt),
    gt(sellerInvites.expiresAt, now),
  );
}

/** The open invitation whose latest mail holds this token. */
export function openedBy(token: string, now: Date) {
  return and(eq(sellerInvites.tokenHash, hashToken(token)), isOpen(now));
}

/**
 * A new token for an open invitation: whatever its earlier mails held is worthless from here on. The token is in the
 * mail alone; the database keeps its SHA-256. Null when there is nothing to accept any more.
 */
export async function issueInviteToken(db: Executor, inviteId: string, now: Date): Promise<string | null> {
  const token = randomBytes(32).toString('base64url');
  const issued = await db
    .update(sellerInvites)
    .set({ tokenHash: hashToken(token) })
    .where(and(eq(sellerInvites.id, inviteId), isOpen(now)))
    .returning({ id: sellerInvites.id });
  return issued.length > 0 ? token : null;
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
