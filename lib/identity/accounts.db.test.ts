import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { users } from '@/db/schema/identity';
import { outboxEvents } from '@/db/schema/events';
import { ensureCustomer } from '@/lib/customers';
import { testCache } from '@/tests/support/cache';
import { testDatabase } from '@/tests/support/database';
import { sentMails, takeMailTo, tokenIn } from '@/tests/support/sent-mail';
import { sendAccountMailWork } from '@/workers/background/handlers/send-account-mail';
import { drain } from '@/workers/background/worker';
import {
  findActor,
  requestPasswordReset,
  resetPassword,
  signInWithPassword,
  signInWithProvider,
  signUp,
  startSession,
  verifyEmail,
  type ProviderClaims,
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

describe('sign-up', () => {
  test('an account opens when its address is confirmed, and tells others that it was', async () => {
    expect(await askToSignUp()).toEqual({ ok: true, value: null });
    expect(await signInWithPassword(db, { email, password: PASSWORD, ip })).toMatchObject({
      error: 'email_unverified',
    });
    const verified = await verifyEmail(db, { token: tokenIn(takeMailTo(email)), ip }, now);
    expect(verified).toMatchObject({ ok: true });
    expect(await signInWithPassword(db, { email: email.toUpperCase(), password: PASSWORD, ip })).toEqual(
      verified,
    );
    const [event] = await db.select().from(outboxEvents).where(eq(outboxEvents.name, 'user.email_verified'));
    expect(event?.payload).toMatchObject({ email });
  });

  test('a taken address gets the same answer; its owner is told by mail and keeps the password', async () => {
    await member();
    expect(await askToSignUp(OTHER, 'Mallory')).toEqual({ ok: true, value: null });
    expect(takeMailTo(email).subject).toBe('You already have an account on Souk');
    expect(await signInWithPassword(db, { email, password: OTHER, ip })).toMatchObject({
      error: 'wrong_credentials',
    });
    expect(await signInWithPassword(db, { email, password: PASSWORD, ip })).toMatchObject({ ok: true });
  });

  test('who signs up with an address that is not theirs keeps nothing when its owner does', async () => {
    await askToSignUp(OTHER, 'Mallory');
    const stale = tokenIn(takeMailTo(email));
    await askToSignUp(PASSWORD);
    const fresh = tokenIn(takeMailTo(email));
    expect(await verifyEmail(db, { token: stale, ip }, now)).toMatchObject({ error: 'link_invalid' });
    expect(await verifyEmail(db, { token: fresh, ip }, now)).toMatchObject({ ok: true });
    expect(await signInWithPassword(db, { email, password: OTHER, ip })).toMatchObject({
      error: 'wrong_credentials',
    });
  });

  test('two sign-ups at the same moment make one account', async () => {
    const asked = await Promise.all(
      [1, 2, 3, 4].map(() => signUp(db, { name: 'Ada', email, password: PASSWORD, locale: 'en', ip }, now)),
    );
    expect(asked.every(({ ok }) => ok)).toBe(true);
    expect(await db.select().from(users).where(eq(users.email, email))).toHaveLength(1);
  });

  test('a password every guesser tries is refused beside its field', async () => {
    expect(await askToSignUp('Password123')).toEqual({
      ok: false,
      error: 'password_too_common',
      detail: { field: 'password' },
    });
  });
});

describe('links in mail', () => {
  test('a link works once, also when it is used twice at the same moment', async () => {
    await askToSignUp();
    const token = tokenIn(takeMailTo(email));
    const used = await Promise.all([1, 2, 3].map(() => verifyEmail(db, { token, ip }, now)));
    expect(used.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('a link runs out', async () => {
    await askToSignUp();
    const token = tokenIn(takeMailTo(email));
    expect(await verifyEmail(db, { token, ip }, later(3 * DAY_MS))).toMatchObject({
      error: 'link_invalid',
    });
  });

  test('a link is good for its own purpose only', async () => {
    await askToSignUp();
    const token = tokenIn(takeMailTo(email));
    expect(await resetPassword(db, { token, password: OTHER, ip }, now)).toMatchObject({
      error: 'link_invalid',
    });
  });

  test('the database does not know the token', async () => {
    await askToSignUp();
    const token = tokenIn(takeMailTo(email));
    const rows = await db.execute<{ dump: string }>(
      `select coalesce(json_agg(t)::text, '') || coalesce((select json_agg(j)::text from jobs j), '') as dump from email_tokens t`,
    );
    expect(rows[0]?.dump).not.toContain(token);
  });
});

describe('password reset', () => {
  test('sets the password, ends every session and withdraws the other links', async () => {
    const userId = await member();
    const actor = await signedIn(userId);
    await requestPasswordReset(db, { email, ip });
    await deliver();
    const first = tokenIn(takeMailTo(email));
    await requestPasswordReset(db, { email, ip });
    await deliver();
    const second = tokenIn(takeMailTo(email));

    expect(await resetPassword(db, { token: second, password: OTHER, ip }, now)).toEqual({
      ok: true,
      value: { userId },
    });
    expect(await findActor(db, actor.sessionId, now)).toBeNull();
    expect(await resetPassword(db, { token: first, password: PASSWORD, ip }, now)).toMatchObject({
      error: 'link_invalid',
    });
    expect(await signInWithPassword(db, { email, password: PASSWORD, ip })).toMatchObject({ ok: false });
    expect(await signInWithPassword(db, { email, password: OTHER, ip })).toMatchObject({ ok: true });
    await deliver();
    expect(takeMailTo(email).subject).toBe('Your password was changed');
  });

  test('an unknown address gets the same answer and no mail', async () => {
    expect(await requestPasswordReset(db, { email, ip })).toEqual({ ok: true, value: null });
    await deliver();
    expect(sentMails.filter(({ to }) => to === email)).toEqual([]);
  });
});

describe('sign-in', () => {
  test('an unknown address and a wrong password are one refusal, after about the same time', async () => {
    await member();
    const quickestOfThree = async (address: string) => {
      const times: number[] = [];
      for (let turn = 0; turn < 3; turn++) {
        const startedAt = performance.now();
        const answer = await signInWithPassword(db, {
          email: address,
          password: 'wrong',
          ip: crypto.randomUUID(),
        });
        times.push(performance.now() - startedAt);
        expect(answer).toEqual({ ok: false, error: 'wrong_credentials' });
      }
      return Math.min(...times);
    };
    const known = await quickestOfThree(email);
    const unknown = await quickestOfThree(`nobody-${email}`);
    // Hashing is most of the time of both; without the decoy the unknown one takes a tenth.
    expect(unknown).toBeGreaterThan(known / 4);
  });

  test('a locked account is told so only with the right password', async () => {
    const userId = await member();
    const actor = await signedIn(userId);
    await db.update(users).set({ lockedAt: now }).where(eq(users.id, userId));
    expect(await signInWithPassword(db, { email, password: 'wrong', ip })).toMatchObject({
      error: 'wrong_credentials',
    });
    expect(await signInWithPassword(db, { email, password: PASSWORD, ip })).toMatchObject({
      error: 'account_locked',
    });
    expect(await findActor(db, actor.sessionId, now)).toBeNull();
  });

  test('after ten wrong tries the right password is refused too, for a while', async () => {
    await member();
    for (let attempt = 0; attempt < 10; attempt++) {
      await signInWithPassword(db, { email, password: 'wrong', ip });
    }
    expect(await signInWithPassword(db, { email, password: PASSWORD, ip })).toMatchObject({
      error: 'too_many_requests',
    });
    expect(await signInWithPassword(db, { email, password: PASSWORD, ip: 'elsewhere' })).toMatchObject({
      ok: true,
    });
  });
});

describe('Google', () => {
  const claims = (): ProviderClaims => ({
    provider: 'google',
    subject: `google-${email}`,
    email,
    emailVerified: true,
    name: 'Ada',
  });

  test('opens an account once, and finds it again by its own id when the address has changed', async () => {
    const first = await signInWithProvider(db, claims(), 'en', now);
    const again = await signInWithProvider(
      db,
      { ...claims(), email: `new-${email}`, emailVerified: false },
      'en',
      now,
    );
    expect(first).toMatchObject({ ok: true });
    expect(again).toEqual(first);
  });

  test('joins the account with the same confirmed address', async () => {
    const userId = await member();
    expect(await signInWithProvider(db, claims(), 'en', now)).toEqual({ ok: true, value: { userId } });
    expect(await signInWithPassword(db, { email, password: PASSWORD, ip })).toMatchObject({ ok: true });
  });

  test('takes an unconfirmed account from whoever opened it', async () => {
    await askToSignUp(OTHER, 'Mallory');
    const stale = tokenIn(takeMailTo(email));
    expect(await signInWithProvider(db, claims(), 'en', now)).toMatchObject({ ok: true });
    expect(await signInWithPassword(db, { email, password: OTHER, ip })).toMatchObject({
      error: 'wrong_credentials',
    });
    expect(await verifyEmail(db, { token: stale, ip }, now)).toMatchObject({ error: 'link_invalid' });
  });

  test('an address Google has not confirmed opens nothing', async () => {
    expect(await signInWithProvider(db, { ...claims(), emailVerified: false }, 'en', now)).toMatchObject({
      error: 'provider_email_unverified',
    });
  });
});
