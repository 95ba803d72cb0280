import { sql } from 'drizzle-orm';
import { index, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, citext, createdAt, id, updatedAt } from './columns';

/** A person who can sign in. What they may do is not a column: selling is a membership, staff a grant. */
export const users = pgTable('users', {
  id: id(),
  email: citext().notNull().unique(),
  emailVerifiedAt: at(),
  name: text().notNull(),
  /** argon2id, encoded with its parameters; null for people who only sign in through a provider. */
  passwordHash: text(),
  locale: text().notNull().default('en'),
  lockedAt: at(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** A provider's identity that may sign in as the user. */
export const userIdentities = pgTable(
  'user_identities',
  {
    provider: text().notNull(),
    subject: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.subject] }), index().on(table.userId)],
);

/** A signed-in device. The cookie names the row; revoking the row ends the session at its next request. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userAgent: text().notNull().default(''),
    createdAt: createdAt(),
    lastSeenAt: createdAt(),
    expiresAt: at().notNull(),
    revokedAt: at(),
  },
  // A person's devices, newest first.
  (table) => [index().on(table.userId, table.createdAt.desc())],
);

export const emailTokenPurpose = pgEnum('email_token_purpose', ['verify_email', 'reset_password']);

/** One-time links sent by mail; only their SHA-256 is kept. */
export const emailTokens = pgTable(
  'email_tokens',
  {
    tokenHash: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    purpose: emailTokenPurpose().notNull(),
    expiresAt: at().notNull(),
    usedAt: at(),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.userId, table.purpose)],
);

export const staffRole = pgEnum('staff_role', ['admin', 'support', 'catalogue', 'finance']);

/** Who works for the market, in which role, by whose word. Revoked, never deleted. */
export const staffGrants = pgTable(
  'staff_grants',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    role: staffRole().notNull(),
    grantedBy: uuid().references(() => users.id),
    reason: text().notNull(),
    grantedAt: createdAt(),
    revokedAt: at(),
    revokedBy: uuid().references(() => users.id),
  },
  (table) => [
    uniqueIndex('staff_grants_one_active')
      .on(table.userId, table.role)
      .where(sql`${table.revokedAt} is null`),
  ],
);
