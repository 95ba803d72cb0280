import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { sessions } from '@/db/schema/identity';
import { ensureCustomer } from '@/lib/customers';
import { testCache } from '@/tests/support/cache';
import { testDatabase } from '@/tests/support/database';
import { sentMails, takeMailTo, tokenIn } from '@/tests/support/sent-mail';
import { sendAccountMailWork } from '@/workers/background/handlers/send-account-mail';
import { drain } from '@/workers/background/worker';
import {
  changePassword,
  findActor,
  listSessions,
  revokeOtherSessions,
  revokeSession,
  signUp,
  startSession,
  verifyEmail,
} from '.';

const { db } = await testDatabase();
testCache();

const PASSWORD = 'a boat full of lemons';
const OTHER = 'three quiet violins';
const DAY_MS = 24 * 3600 * 1000;
const now = new Date();
const later = (ms: number) => new Date(now.getTime() + ms);

let email: string;
let ip: string;

beforeEach(() => {
  email = `${crypto.randomUUID()}@example.org`;
  ip = crypto.randomUUID();
  sentMails.length = 0;
});

const deliver = () => drain(db, [sendAccountMailWork]);

async function askToSignUp(password = PASSWORD, name = 'Ada') {
  const asked = await signUp(db, { name, email, password, locale: 'en', ip }, now);
  await deliver();
  return asked;
}

async function member(): Promise<string> {
  await askToSignUp();
  const verified = await verifyEmail(db, { token: tokenIn(takeMailTo(email)), ip }, now);
  if (!verified.ok) throw new Error(verified.error);
  return verified.value.userId;
}

async function signedIn(userId: string, at = now) {
  await db.transaction((tx) => ensureCustomer(tx, { userId, email, name: 'Ada', locale: 'en' }));
  const sessionId = await startSession(db, userId, 'Firefox/130.0 (X11; Linux)', at);
  const actor = await findActor(db, sessionId, at);
  if (!actor) throw new Error('The session does not hold');
  return actor;
}

describe('sessions', () => {
  test('a person sees their devices and ends one, the others, or finds one of somebody else missing', async () => {
    const here = await signedIn(await member());
    const there = await signedIn(here.userId);
    const third = await signedIn(here.userId);
    expect(await listSessions(db, here.userId, now)).toHaveLength(3);
    expect(await listSessions(db, here.userId, now)).toContainEqual(
      expect.objectContaining({ device: { browser: 'Firefox', system: 'Linux', handheld: false } }),
    );

    expect(await revokeSession(db, crypto.randomUUID(), there.sessionId, now)).toBe(false);
    expect(await findActor(db, there.sessionId, now)).not.toBeNull();
    expect(await revokeSession(db, here.userId, there.sessionId, now)).toBe(true);
    expect(await findActor(db, there.sessionId, now)).toBeNull();

    expect(await revokeOtherSessions(db, here.userId, here.sessionId, now)).toBe(1);
    expect(await findActor(db, third.sessionId, now)).toBeNull();
    expect(await findActor(db, here.sessionId, now)).not.toBeNull();
  });

  test('a session ends after a month without use, and after two months whatever happens', async () => {
    const idle = await signedIn(await member());
    expect(await findActor(db, idle.sessionId, later(29 * DAY_MS))).not.toBeNull();
    expect(await findActor(db, idle.sessionId, later(58 * DAY_MS))).not.toBeNull();
    expect(await findActor(db, idle.sessionId, later(61 * DAY_MS))).toBeNull();
    const forgotten = await signedIn(idle.userId);
    expect(await findActor(db, forgotten.sessionId, later(31 * DAY_MS))).toBeNull();
  });

  test('being seen is written down at most every ten minutes', async () => {
    const { sessionId } = await signedIn(await member());
    const seenAt = async () =>
      (await db.select().from(sessions).where(eq(sessions.id, sessionId)))[0]?.lastSeenAt.getTime();
    await findActor(db, sessionId, later(5 * 60_000));
    expect(await seenAt()).toBe(now.getTime());
    await findActor(db, sessionId, later(11 * 60_000));
    expect(await seenAt()).toBe(later(11 * 60_000).getTime());
  });

  test('changing the password needs the old one and signs the other devices out', async () => {
    const here = await signedIn(await member());
    const there = await signedIn(here.userId);
    expect(await changePassword(db, here, { currentPassword: 'wrong', password: OTHER, ip }, now)).toEqual({
      ok: false,
      error: 'wrong_password',
      detail: { field: 'currentPassword' },
    });
    expect(
      await changePassword(db, here, { currentPassword: PASSWORD, password: OTHER, ip }, now),
    ).toMatchObject({ ok: true });
    expect(await findActor(db, there.sessionId, now)).toBeNull();
    expect(await findActor(db, here.sessionId, now)).not.toBeNull();
  });
});
