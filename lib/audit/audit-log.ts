import { and, desc, eq } from 'drizzle-orm';
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

/** What was done to a record, newest first. */
export async function listAudit(db: Executor, subject: AuditSubject, limit = 100): Promise<AuditRecord[]> {
  return db
    .select({
      actor: auditLog.actor,
      action: auditLog.action,
      reason: auditLog.reason,
      detail: auditLog.detail,
      createdAt: auditLog.createdAt,
    })
    .from(auditLog)
    .where(and(eq(auditLog.subjectType, subject.type), eq(auditLog.subjectId, subject.id)))
    .orderBy(desc(auditLog.createdAt), desc(auditLog.id))
    .limit(limit);
}
