import { and, desc, eq, ilike, inArray, isNull, or } from 'drizzle-orm';
import { staffGrants, users } from '@/db/schema/identity';
import { parsePublicId } from '@/lib/kernel/ids';
import type { Executor, Transaction } from '@/lib/platform/database';
import type { StaffRole } from './model';

/** A person as staff and mail see them. */
export type UserRecord = {
  readonly id: string;
  readonly email: string;
  readonly emailVerifiedAt: Date | null;
  readonly name: string;
  readonly locale: string;
  readonly lockedAt: Date | null;
  readonly createdAt: Date;
};

const RECORD = {
  id: users.id,
  email: users.email,
  emailVerifiedAt: users.emailVerifiedAt,
  name: users.name,
  locale: users.locale,
  lockedAt: users.lockedAt,
  createdAt: users.createdAt,
};

export async function getUser(db: Executor, userId: string): Promise<UserRecord | null> {
  const [user] = await db.select(RECORD).from(users).where(eq(users.id, userId));
  return user ?? null;
}

export async function getUserByEmail(db: Executor, email: string): Promise<UserRecord | null> {
  const [user] = await db.select(RECORD).from(users).where(eq(users.email, email));
  return user ?? null;
}

/** Those of the ids that are users, by id. */
export async function listUsers(
  db: Executor,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, UserRecord>> {
  if (userIds.length === 0) return new Map();
  const found = await db.select(RECORD).from(users).where(inArray(users.id, userIds));
  return new Map(found.map((user) => [user.id, user]));
}

/** For staff: by id (`usr_…`), or by a part of the address or name. Newest first. */
export async function findUsers(db: Executor, text: string, limit = 20): Promise<UserRecord[]> {
  const id = parsePublicId('usr', text.trim());
  const pattern = `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return db
    .select(RECORD)
    .from(users)
    .where(id ? eq(users.id, id) : or(ilike(users.email, pattern), ilike(users.name, pattern)))
    .orderBy(desc(users.createdAt))
    .limit(limit);
}

/** Everybody who has a staff role now and can sign in. */
export async function listStaff(db: Executor, role: StaffRole): Promise<UserRecord[]> {
  return db
    .selectDistinct(RECORD)
    .from(users)
    .innerJoin(staffGrants, eq(staffGrants.userId, users.id))
    .where(and(eq(staffGrants.role, role), isNull(staffGrants.revokedAt), isNull(users.lockedAt)));
}

export async function renameUser(tx: Transaction, userId: string, name: string): Promise<void> {
  await tx.update(users).set({ name }).where(eq(users.id, userId));
}
