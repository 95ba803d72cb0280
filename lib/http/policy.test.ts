import { describe, expect, test } from 'vitest';
import { SELLER_ROLES, STAFF_ROLES, type UserActor, type Visitor } from '@/lib/identity/model';
import { decide, type Policy } from './policy';

const guest: Visitor = { kind: 'guest', guestToken: null };

function user(rights: Partial<Pick<UserActor, 'memberships' | 'staffRoles'>> = {}): UserActor {
  return {
    kind: 'user',
    userId: 'u',
    sessionId: 's',
    customerId: 'c',
    name: 'Ada',
    email: 'ada@example.org',
    emailVerified: true,
    memberships: [],
    staffRoles: [],
    ...rights,
  };
}

const ACTORS: Readonly<Record<string, Visitor>> = {
  guest,
  buyer: user(),
  ...Object.fromEntries(
    SELLER_ROLES.map((role) => [`seller ${role}`, user({ memberships: [{ sellerId: 'shop', role }] })]),
  ),
  ...Object.fromEntries(STAFF_ROLES.map((role) => [`staff ${role}`, user({ staffRoles: [role] })])),
};

const sellers = SELLER_ROLES.map((role) => `seller ${role}`);
const staff = STAFF_ROLES.map((role) => `staff ${role}`);

const MATRIX: readonly (readonly [Policy, readonly string[]])[] = [
  ['public', Object.keys(ACTORS)],
  ['user', Object.keys(ACTORS).filter((name) => name !== 'guest')],
  ['seller', sellers],
  [{ seller: ['owner', 'orders'] }, ['seller owner', 'seller orders']],
  [{ seller: ['finance'] }, ['seller finance']],
  ['staff', staff],
  [{ staff: ['admin', 'support'] }, ['staff admin', 'staff support']],
  [{ staff: ['catalogue'] }, ['staff catalogue']],
];

describe.each(MATRIX)('policy %j', (policy, allowed) => {
  test.each(Object.entries(ACTORS))('%s', (name, actor) => {
    const decision = decide(policy, actor);
    expect(decision.allowed).toBe(allowed.includes(name));
    if (decision.allowed) expect(decision.grant.actor).toBe(actor);
    else expect(decision.error).toBe(name === 'guest' ? 'sign_in_required' : 'not_found');
  });
});

test('a seller policy asks for the role in the shop whose desk it is, not in another of the same person', () => {
  const actor = user({
    memberships: [
      { sellerId: 'first', role: 'read_only' },
      { sellerId: 'second', role: 'owner' },
    ],
  });
  expect(decide('seller', actor)).toMatchObject({ grant: { seller: { sellerId: 'first' } } });
  expect(decide({ seller: ['owner'] }, actor)).toEqual({ allowed: false, error: 'not_found' });
});
