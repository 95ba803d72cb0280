import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns';

/** Who did what to whose record, and why. Append-only. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: id(),
    /** `user:<uuid>`, `system`. */
    actor: text().notNull(),
    /** `seller.approved`, `order.viewed`. */
    action: text().notNull(),
    subjectType: text().notNull(),
    subjectId: uuid().notNull(),
    reason: text().notNull().default(''),
    detail: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
    requestId: text(),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.subjectType, table.subjectId, table.createdAt.desc()),
    index().on(table.actor, table.createdAt.desc()),
  ],
);
