import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { addToCart } from '@/lib/carts';
import { getCheckout, placeOrder } from '@/lib/checkout';
import { ensureCustomer } from '@/lib/customers';
import { signInWithProvider, signUp, verifyEmail } from '@/lib/identity';
import { newId } from '@/lib/kernel/ids';
import { listOrders } from '@/lib/orders';
import { testCache } from '@/tests/support/cache';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { ADDRESS } from '@/tests/support/orders';
import { takeMailTo, tokenIn } from '@/tests/support/sent-mail';
import { drain } from '../worker';
import { claimGuestOrdersWork } from './claim-guest-orders';
import { sendAccountMailWork } from './send-account-mail';

const { db, ownerDb } = await testDatabase();
testCache();

const now = new Date();
const work = () => drain(db, [sendAccountMailWork, claimGuestOrdersWork]);

async function orderAsGuest(email: string): Promise<string> {
  const { offerId } = await offerForSale(ownerDb);
  const owner = { guestTokenHash: newId() };
  await addToCart(db, owner, { offerId, quantity: 1 });
  const request = { owner, customerId: null, deliveries: new Map(), locale: 'en', now };
  const { fingerprint } = await getCheckout(db, { ...request, destination: ADDRESS });
  const order = { ...request, email, address: ADDRESS, fingerprint, idempotencyKey: newId() };
  const placed = await placeOrder(db, order);
  if (!placed.ok) throw new Error(placed.error);
  return placed.value.number;
}

async function customerOf(email: string): Promise<string> {
  const [user] = await db.execute<{ id: string }>(sql`select id from users where email = ${email}`);
  return db.transaction((tx) => ensureCustomer(tx, { userId: user!.id, email, name: 'Ada', locale: 'en' }));
}

async function ordersOf(email: string): Promise<string[]> {
  const { items } = await listOrders(db, await customerOf(email), { limit: 10, after: null });
  return items.map(({ number }) => number);
}

const newcomer = () => {
  const email = `${newId()}@people.example`;
  return { name: 'Ada', email, password: 'a boat full of lemons', locale: 'en', ip: newId() };
};

it("an order placed as a guest becomes the account's when the address is confirmed, and not before", async () => {
  const person = newcomer();
  const number = await orderAsGuest(person.email.toUpperCase());
  await signUp(db, person, now);
  await work();
  expect(await ordersOf(person.email)).toEqual([]);

  const token = tokenIn(takeMailTo(person.email));
  expect(await verifyEmail(db, { token, ip: person.ip }, now)).toMatchObject({ ok: true });
  await work();
  expect(await ordersOf(person.email)).toEqual([number]);
});

it('an address that a provider has not confirmed claims nothing; one that it has confirmed does', async () => {
  const { email } = newcomer();
  const number = await orderAsGuest(email);
  const claims = { provider: 'google', subject: newId(), email, name: 'Ada' } as const;
  expect(await signInWithProvider(db, { ...claims, emailVerified: false }, 'en', now)).toMatchObject({
    error: 'provider_email_unverified',
  });
  await work();

  expect(await signInWithProvider(db, { ...claims, emailVerified: true }, 'en', now)).toMatchObject({
    ok: true,
  });
  await customerOf(email);
  await work();
  expect(await ordersOf(email)).toEqual([number]);
});

it("confirming one's own address claims nothing that was ordered under another", async () => {
  const person = newcomer();
  await orderAsGuest(`not-${person.email}`);
  await signUp(db, person, now);
  await work();
  await verifyEmail(db, { token: tokenIn(takeMailTo(person.email)), ip: person.ip }, now);
  await customerOf(person.email);
  await work();
  expect(await ordersOf(person.email)).toEqual([]);
});
