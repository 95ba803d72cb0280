import { and, desc, eq, gt, isNull, ne, type SQL } from 'drizzle-orm';
import { sessions } from '@/db/schema/identity';
import type { Executor } from '@/lib/platform/database';
import { SESSION_IDLE_DAYS } from './find-actor';
import { describeUserAgent, type DeviceDescription } from './user-agent';

const DAY_MS = 24 * 3600 * 1000;

/** However often it is used, a session ends after this. */
const SESSION_DAYS = 60;

const LONGEST_USER_AGENT = 400;

export type SessionView = {
  readonly sessionId: string;
  readonly device: DeviceDescription;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

/** Signs a device in and returns the session's id. */
export async function startSession(
  db: Executor,
  userId: string,
  userAgent: string,
  now: Date,
): Promise<string> {
  const [session] = await db
    .insert(sessions)
    .values({
      userId,
      userAgent: userAgent.slice(0, LONGEST_USER_AGENT),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_DAYS * DAY_MS),
    })
    .returning({ id: sessions.id });
  return session!.id;
}

/** Where a person is signed in, newest first. */
export async function listSessions(db: Executor, userId: string, now: Date): Promise<SessionView[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(
      and(
        activeOf(userId),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, new Date(now.getTime() - SESSION_IDLE_DAYS * DAY_MS)),
      ),
    )
    .orderBy(desc(sessions.createdAt));
  return rows.map((row) => ({
    sessionId: row.id,
    device: describeUserAgent(row.userAgent),
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
  }));
}

/** Ends one session of this person; false when it is not theirs or already over. */
export async function revokeSession(
  db: Executor,
  userId: string,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  const ended = await revoke(db, and(activeOf(userId), eq(sessions.id, sessionId)), now);
  return ended === 1;
}

/** Ends every session of this person but one; returns how many. */
export async function revokeOtherSessions(
  db: Executor,
  userId: string,
  keptSessionId: string,
  now: Date,
): Promise<number> {
  return revoke(db, and(activeOf(userId), ne(sessions.id, keptSessionId)), now);
}

/** Ends every session of this person; returns how many. */
export async function revokeAllSessions(db: Executor, userId: string, now: Date): Promise<number> {
  return revoke(db, activeOf(userId), now);
}

function activeOf(userId: string): SQL | undefined {
  return and(eq(sessions.userId, userId), isNull(sessions.revokedAt));
}

async function revoke(db: Executor, which: SQL | undefined, now: Date): Promise<number> {
  const ended = await db.update(sessions).set({ revokedAt: now }).where(which).returning({ id: sessions.id });
  return ended.length;
}
