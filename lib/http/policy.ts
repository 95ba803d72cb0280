import type { Membership, SellerRole, StaffRole, UserActor, Visitor } from '@/lib/identity/model';

/**
 * Who may call a route, an action or a page. Every one declares its own; there is no default.
 *
 * - `public`: anybody, guests included
 * - `user`: anybody who is signed in
 * - `seller`: members, in any role or in one of the roles named, of the seller at whose desk they work
 * - `staff`: people with any staff grant, or one of the roles named
 */
export type Policy = 'public' | 'user' | 'seller' | 'staff' | SellerPolicy | StaffPolicy;

export type SellerPolicy = { readonly seller: readonly [SellerRole, ...SellerRole[]] };
export type StaffPolicy = { readonly staff: readonly [StaffRole, ...StaffRole[]] };

/** What a policy lets its handler know about the caller. */
export type Grant<P extends Policy> = P extends 'public'
  ? { readonly actor: Visitor }
  : P extends 'seller' | SellerPolicy
    ? { readonly actor: UserActor; readonly seller: Membership }
    : { readonly actor: UserActor };

/** Not being signed in is told; not being allowed looks like the thing does not exist. */
export type PolicyRefusal = 'sign_in_required' | 'not_found';

export type Decision<P extends Policy> =
  | { readonly allowed: true; readonly grant: Grant<P> }
  | { readonly allowed: false; readonly error: PolicyRefusal };

/** Decides by the declared policy alone. Ownership of a row is decided where the row is read, in its WHERE. */
export function decide<const P extends Policy>(policy: P, actor: Visitor): Decision<P> {
  if (policy === 'public') return allow({ actor });
  if (actor.kind === 'guest') return { allowed: false, error: 'sign_in_required' };
  if (policy === 'user') return allow({ actor });

  if (policy === 'staff' || (typeof policy === 'object' && 'staff' in policy)) {
    const roles = policy === 'staff' ? null : policy.staff;
    const allowed = actor.staffRoles.some((role) => roles === null || roles.includes(role));
    return allowed ? allow({ actor }) : { allowed: false, error: 'not_found' };
  }

  // One shop at a time: a role in another of their shops opens nothing here.
  const roles = policy === 'seller' ? null : policy.seller;
  const [seller] = actor.memberships;
  const allowed = seller !== undefined && (roles === null || roles.includes(seller.role));
  return allowed ? allow({ actor, seller }) : { allowed: false, error: 'not_found' };

  function allow(grant: { actor: Visitor; seller?: Membership }): Decision<P> {
    return { allowed: true, grant: grant as Grant<P> };
  }
}
