import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { sellerInvites } from '@/db/schema/seller-invites';
import { users } from '@/db/schema/identity';
import { findActor, signInWithPassword } from '@/lib/identity';
import type { SellerRole, UserActor } from '@/lib/identity/model';
import { sendInviteMail } from '@/lib/notifications';
import { approvedSeller, signedInPerson } from '@/tests/support/people';
import { testCache } from '@/tests/support/cache';
import { testDatabase } from '@/tests/support/database';
import { takeMailTo, tokenIn } from '@/tests/support/sent-mail';
import {
  acceptInvite,
  acceptInviteAsNewcomer,
  changeMemberRole,
  getInviteByToken,
  inviteMember,
  listDeskActs,
  listInvites,
  listTeam,
  removeMember,
  resendInvite,
  withdrawInvite,
} from '..';

const { db, ownerDb } = await testDatabase();
testCache();
const now = new Date();
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3600 * 1000);

async function member(sellerRole: SellerRole, sellerId: string) {
  return signedInPerson(ownerDb, { sellerRole, sellerId });
}

async function shop(): Promise<{ sellerId: string; ownerId: string }> {
  const sellerId = await approvedSeller(ownerDb);
  return { sellerId, ownerId: (await member('owner', sellerId)).userId };
}

async function actorOf({ sessionId }: { sessionId: string }): Promise<UserActor> {
  const actor = await findActor(db, sessionId, now);
  if (!actor) throw new Error('The session does not hold');
  return actor;
}

/** Invites and reads the mail. */
async function invited(email: string, role: SellerRole = 'orders', at = now) {
  const { sellerId, ownerId: userId } = await shop();
  const asked = await inviteMember(db, { sellerId, userId, email, role, now: at });
  if (!asked.ok) throw new Error(asked.error);
  const { inviteId } = asked.value;
  await sendInviteMail(db, inviteId, at);
  return { sellerId, userId, inviteId, token: tokenIn(takeMailTo(email)) };
}

const someAddress = () => `${crypto.randomUUID()}@people.example`;
const newcomer = (token: string) => ({
  token,
  name: 'Grace',
  password: 'correct horse battery',
  locale: 'en',
  now,
});

describe('an invitation', () => {
  test('lets the account with its address in, once, in the role it names', async () => {
    const person = await signedInPerson(ownerDb);
    const { token, sellerId } = await invited(person.email.toUpperCase(), 'finance');
    const actor = await actorOf(person);
    expect(await acceptInvite(db, { actor, token, now })).toEqual({ ok: true, value: { sellerId } });
    expect((await actorOf(person)).memberships).toEqual([{ sellerId, role: 'finance' }]);
    expect(await acceptInvite(db, { actor, token, now })).toMatchObject({ error: 'link_invalid' });
    expect(await listInvites(db, sellerId, now)).toEqual([]);
    const { items } = await listDeskActs(db, sellerId, { limit: 10, before: null });
    expect(items).toMatchObject([
      { action: 'seller.join-team', by: 'Somebody', detail: { role: 'finance' } },
    ]);
  });

  test('of which two clicks come at once is accepted once', async () => {
    const person = await signedInPerson(ownerDb);
    const { token } = await invited(person.email);
    const actor = await actorOf(person);
    const both = await Promise.all([1, 2].map(() => acceptInvite(db, { actor, token, now })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('opens an account for who has none, whose address its mail has confirmed', async () => {
    const email = someAddress();
    const { token, sellerId } = await invited(email);
    expect(await acceptInviteAsNewcomer(db, newcomer(token))).toEqual({
      ok: true,
      value: { sellerId, email },
    });
    expect(
      await signInWithPassword(db, { email, password: 'correct horse battery', ip: '::1' }),
    ).toMatchObject({ ok: true });
    expect(await listTeam(db, sellerId)).toMatchObject([
      { role: 'owner' },
      { name: 'Grace', role: 'orders' },
    ]);
  });

  test('takes an account over that somebody else opened under the address without confirming it', async () => {
    const email = someAddress();
    await ownerDb.insert(users).values({ email, name: 'Mallory', passwordHash: 'theirs' });
    const { token } = await invited(email);
    expect(await acceptInviteAsNewcomer(db, newcomer(token))).toMatchObject({ ok: true });
    const [user] = await db.select().from(users).where(eq(users.email, email));
    expect(user).toMatchObject({ name: 'Grace' });
    expect(user?.passwordHash).not.toBe('theirs');
  });

  test('never gives an account that is there already another password', async () => {
    const { email } = await signedInPerson(ownerDb);
    const { token, sellerId } = await invited(email);
    expect(await acceptInviteAsNewcomer(db, newcomer(token))).toMatchObject({ error: 'already_registered' });
    expect(await listTeam(db, sellerId)).toHaveLength(1);
    expect(await getInviteByToken(db, token, now)).toMatchObject({ email });
  });

  test('is of no use to anybody else who gets hold of its link', async () => {
    const { token, sellerId } = await invited(someAddress());
    const actor = await actorOf(await signedInPerson(ownerDb));
    expect(await acceptInvite(db, { actor, token, now })).toMatchObject({ error: 'invited_as_other' });
    expect(await listTeam(db, sellerId)).toHaveLength(1);
  });

  test('ends after seven days; sent again it works with the new link alone', async () => {
    const person = await signedInPerson(ownerDb);
    const { token, sellerId, inviteId } = await invited(person.email);
    const actor = await actorOf(person);
    expect(await acceptInvite(db, { actor, token, now: inDays(8) })).toMatchObject({ error: 'link_invalid' });
    expect(await listInvites(db, sellerId, inDays(8))).toMatchObject([{ hasExpired: true }]);
    expect(await resendInvite(db, { sellerId, inviteId, now: inDays(8) })).toMatchObject({ ok: true });
    await sendInviteMail(db, inviteId, inDays(8));
    const again = tokenIn(takeMailTo(person.email));
    expect(await acceptInvite(db, { actor, token, now: inDays(9) })).toMatchObject({ error: 'link_invalid' });
    expect(await acceptInvite(db, { actor, token: again, now: inDays(9) })).toMatchObject({ ok: true });
  });

  test('that was withdrawn works no more, and its mail is not sent', async () => {
    const person = await signedInPerson(ownerDb);
    const { token, sellerId, inviteId } = await invited(person.email);
    expect(await withdrawInvite(db, { sellerId, inviteId, now })).toMatchObject({ ok: true });
    const actor = await actorOf(person);
    expect(await acceptInvite(db, { actor, token, now })).toMatchObject({ error: 'link_invalid' });
    await sendInviteMail(db, inviteId, now);
    expect(() => takeMailTo(person.email)).toThrow('found 0');
    expect(await resendInvite(db, { sellerId, inviteId, now })).toMatchObject({ error: 'not_found' });
  });

  test('is the only open one of its address, and none is sent to who works there', async () => {
    const { sellerId, ownerId: userId } = await shop();
    const { email: colleague } = await member('orders', sellerId);
    const ask = (email: string, at = now) =>
      inviteMember(db, { sellerId, userId, email, role: 'orders', now: at });
    expect(await ask(colleague)).toMatchObject({ error: 'already_member' });
    const email = someAddress();
    expect(await ask(email)).toMatchObject({ ok: true });
    expect(await ask(email.toUpperCase())).toMatchObject({ error: 'already_invited' });
    expect(await ask(email, inDays(8))).toMatchObject({ ok: true });
  });

  test('keeps no token that could be read from the database', async () => {
    const { token, inviteId } = await invited(someAddress());
    const [row] = await db.select().from(sellerInvites).where(eq(sellerInvites.id, inviteId));
    expect(JSON.stringify(row)).not.toContain(token);
  });
});

describe('members', () => {
  test('have another role, or none, from their next request on', async () => {
    const { sellerId } = await shop();
    const person = await member('orders', sellerId);
    await changeMemberRole(db, { sellerId, userId: person.userId, role: 'read_only' });
    expect((await actorOf(person)).memberships).toEqual([{ sellerId, role: 'read_only' }]);
    await removeMember(db, { sellerId, userId: person.userId });
    expect((await actorOf(person)).memberships).toEqual([]);
  });

  test('never lose their last owner, neither to another role nor to the door', async () => {
    const { sellerId, ownerId: userId } = await shop();
    expect(await removeMember(db, { sellerId, userId })).toMatchObject({ error: 'last_owner' });
    expect(await changeMemberRole(db, { sellerId, userId, role: 'finance' })).toMatchObject({
      error: 'last_owner',
    });
    expect(await changeMemberRole(db, { sellerId, userId, role: 'owner' })).toMatchObject({ ok: true });
  });

  test('who are its two owners and leave at once leave one of them there', async () => {
    const { sellerId, ownerId } = await shop();
    const { userId } = await member('owner', sellerId);
    const left = await Promise.all([ownerId, userId].map((id) => removeMember(db, { sellerId, userId: id })));
    expect(left.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listTeam(db, sellerId)).toMatchObject([{ role: 'owner' }]);
  });

  test('and invitations of another shop are not found', async () => {
    const { sellerId } = await shop();
    const theirs = await invited(someAddress());
    expect(await removeMember(db, { sellerId, userId: theirs.userId })).toMatchObject({ error: 'not_found' });
    expect(await changeMemberRole(db, { sellerId, userId: theirs.userId, role: 'orders' })).toMatchObject({
      error: 'not_found',
    });
    const { inviteId } = theirs;
    expect(await resendInvite(db, { sellerId, inviteId, now })).toMatchObject({ error: 'not_found' });
    expect(await withdrawInvite(db, { sellerId, inviteId, now })).toMatchObject({ error: 'not_found' });
    expect(await getInviteByToken(db, theirs.token, now)).not.toBeNull();
  });
});
