import { expect, test } from 'vitest';
import { listAudit } from '@/lib/audit';
import { testDatabase } from '@/tests/support/database';
import { signedInPerson } from '@/tests/support/people';
import { grantStaffRole, listStaffRoles, revokeStaffRole, setUserLock, type UserActor } from '.';

const { db, ownerDb } = await testDatabase();
const now = new Date();

async function admin(): Promise<UserActor> {
  const { userId, customerId, email } = await signedInPerson(ownerDb, { staffRole: 'admin' });
  return {
    kind: 'user',
    userId,
    customerId,
    email,
    sessionId: userId,
    name: 'Somebody',
    emailVerified: true,
    memberships: [],
    staffRoles: ['admin'],
  };
}

test('a role is granted once, taken back once, and both are on record with their reason', async () => {
  const actor = await admin();
  const { userId } = await signedInPerson(ownerDb);
  const act = { actor, userId, role: 'support', reason: 'New colleague' } as const;
  expect(await grantStaffRole(db, act)).toMatchObject({ ok: true });
  expect(await grantStaffRole(db, act)).toMatchObject({ error: 'conflict' });
  expect(await listStaffRoles(db, userId)).toEqual(['support']);
  expect(await revokeStaffRole(db, { ...act, reason: 'Left' }, now)).toMatchObject({ ok: true });
  expect(await revokeStaffRole(db, act, now)).toMatchObject({ error: 'not_found' });
  expect(await listStaffRoles(db, userId)).toEqual([]);
  expect(await listAudit(db, { type: 'user', id: userId })).toMatchObject([
    { action: 'user.role_revoked', reason: 'Left', detail: { role: 'support' } },
    { action: 'user.role_granted', reason: 'New colleague' },
  ]);
  expect(await grantStaffRole(db, act)).toMatchObject({ ok: true });
});

test('nobody takes their own admin role or locks themselves out', async () => {
  const actor = await admin();
  const own = { actor, userId: actor.userId, reason: 'Oops' };
  expect(await revokeStaffRole(db, { ...own, role: 'admin' }, now)).toMatchObject({
    error: 'not_allowed_now',
  });
  expect(await setUserLock(db, { ...own, locked: true }, now)).toMatchObject({ error: 'not_allowed_now' });
});

test('somebody who does not exist cannot be given a role', async () => {
  const actor = await admin();
  expect(
    await grantStaffRole(db, { actor, userId: crypto.randomUUID(), role: 'support', reason: 'x' }),
  ).toMatchObject({ error: 'not_found' });
});
