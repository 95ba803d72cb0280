import type { Policy } from '@/lib/http';
import type { StaffRole, UserActor } from '@/lib/identity/model';

const ROLES = ['admin', 'support'] as const satisfies readonly StaffRole[];

/** Who may see that a conversation was reported, and read it then. */
export const SEES_REPORTS = { staff: ROLES } as const satisfies Policy;

/** For what a page offers, never instead of the guard. */
export function seesReports({ staffRoles }: UserActor): boolean {
  return ROLES.some((role) => staffRoles.includes(role));
}
