import { listAudit } from '@/lib/audit';
import type { AuditRecord } from '@/lib/audit/model';
import { listUsers } from '@/lib/identity';
import { parsePublicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import type { DeskAct } from '../model';

/** A page of what was done at a seller's desk, newest first, with the names of who did it and whom it was about. */
export async function listDeskActs(
  db: Executor,
  sellerId: string,
  { limit, before }: { readonly limit: number; readonly before: string | null },
): Promise<{ readonly items: DeskAct[]; readonly next: string | null }> {
  const subject = { type: 'desk', id: sellerId };
  const found = await listAudit(db, subject, { limit: limit + 1, before });
  const acts = found.slice(0, limit);
  const people = await listUsers(db, [...new Set(acts.flatMap(userIdsIn))]);
  const nameOf = (userId: string | null) => (userId === null ? null : (people.get(userId)?.name ?? null));
  return {
    items: acts.map((act) => ({ ...act, by: nameOf(actorOf(act)), member: nameOf(memberOf(act)) })),
    next: found.length > limit ? (acts.at(-1)?.auditId ?? null) : null,
  };
}

function userIdsIn(act: AuditRecord): string[] {
  return [actorOf(act), memberOf(act)].filter((id) => id !== null);
}

/** The user behind `user:<id>`. */
function actorOf({ actor }: AuditRecord): string | null {
  return actor.startsWith('user:') ? actor.slice('user:'.length) : null;
}

function memberOf({ detail: { member } }: AuditRecord): string | null {
  return typeof member === 'string' ? parsePublicId('usr', member) : null;
}
