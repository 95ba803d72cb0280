import { and, desc, eq, sql } from 'drizzle-orm';
import { auditLog } from '@/db/schema/audit';
import type { RefusalDetail } from '@/lib/kernel/result';
import type { Executor, Transaction } from '@/lib/platform/database';
import { currentRequestId } from '@/lib/platform/log';
import type { AuditRecord } from './model';

/** Whose record: a kind of thing and its id (`seller`, `order`, `user`). */
export type AuditSubject = { readonly type: string; readonly id: string };

export type AuditEntry = {
  /** As `actorLabel` writes it. */
  readonly actor: string;
  /** Past tense, after the subject: `seller.approved`. */
  readonly action: string;
  readonly subject: AuditSubject;
  readonly reason?: string;
  readonly detail?: RefusalDetail;
};

/** Written in the transaction of the act, so that neither exists without the other. */
export async function recordAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values({
    actor: entry.actor,
    action: entry.action,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    reason: entry.reason ?? '',
    detail: entry.detail ?? {},
    requestId: currentRequestId() ?? null,
  });
}

/** What was done to a record, newest first; what came before one of its entries, when that is named. */
export async function listAudit(
  db: Executor,
  subject: AuditSubject,
  { limit = 100, before = null }: { readonly limit?: number; readonly before?: string | null } = {},
): Promise<AuditRecord[]> {
  return db
    .select({
      auditId: auditLog.id,
      actor: auditLog.actor,
      action: auditLog.action,
      reason: auditLog.reason,
      detail: auditLog.detail,
      createdAt: auditLog.createdAt,
    })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subjectType, subject.type),
        eq(auditLog.subjectId, subject.id),
        before
          ? sql`(${auditLog.createdAt}, ${auditLog.id}) < (select created_at, id from audit_log where id = ${before})`
          : undefined,
      ),
    )
    .orderBy(desc(auditLog.createdAt), desc(auditLog.id))
    .limit(limit);
}
