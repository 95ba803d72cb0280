/** Who did what to whose record, and why. Append-only; owns `db/schema/audit`. */
export { listAudit, recordAudit, type AuditEntry, type AuditSubject } from './audit-log';
export type { AuditRecord } from './model';
