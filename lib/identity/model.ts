/** Who is asking: plain types for server and browser. */

export const STAFF_ROLES = ['admin', 'support', 'catalogue', 'finance'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const SELLER_ROLES = ['owner', 'catalogue', 'orders', 'finance', 'read_only'] as const;
export type SellerRole = (typeof SELLER_ROLES)[number];

/** The right to act for a seller. */
export type Membership = { readonly sellerId: string; readonly role: SellerRole };

/** Somebody who is not signed in; the token names their cart once they have one. */
export type Guest = {
  readonly kind: 'guest';
  readonly guestToken: string | null;
  /** Their browser was signed in, and still holds the cookie of a session that is over. */
  readonly sessionEnded?: boolean;
};

/** A signed-in person. Roles are those of this moment, never of the moment they signed in. */
export type UserActor = {
  readonly kind: 'user';
  readonly userId: string;
  readonly sessionId: string;
  readonly customerId: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  /** The shop at whose desk they work first, the others as they joined them. */
  readonly memberships: readonly Membership[];
  readonly staffRoles: readonly StaffRole[];
};

/** The market itself: the worker, schedules, webhooks. */
export type SystemActor = { readonly kind: 'system' };

export type Actor = Guest | UserActor | SystemActor;

/** Whoever can stand behind a request. */
export type Visitor = Guest | UserActor;

/** How an actor is written in the audit log: `user:<uuid>`, `guest`, `system`. */
export function actorLabel(actor: Actor): string {
  return actor.kind === 'user' ? `user:${actor.userId}` : actor.kind;
}
