import type { RefusalDetail } from '@/lib/kernel/result';

/** One act on a record, as staff read it. */
export type AuditRecord = {
  readonly auditId: string;
  readonly actor: string;
  readonly action: string;
  readonly reason: string;
  readonly detail: RefusalDetail;
  readonly createdAt: Date;
};
