import { describe, expect, it } from 'vitest';
import { addToCart } from '@/lib/carts';
import { getCheckout, placeOrder } from '@/lib/checkout';
import { newId } from '@/lib/kernel/ids';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { ADDRESS } from '@/tests/support/orders';
import { signedInPerson } from '@/tests/support/people';
import { claimGuestOrders, findOrderId, getOrder, guestOrderToken, listOrders, listOrdersByLink } from '.';

const { db, ownerDb } = await testDatabase();

async function guestOrder(email: string) {
  const { offerId } = await offerForSale(ownerDb);
  const owner = { guestTokenHash: newId() };
  await addToCart(db, owner, { offerId, quantity: 1 });
  const request = { owner, customerId: null, deliveries: new Map(), locale: 'en', now: new Date() };
  const { fingerprint } = await getCheckout(db, { ...request, destination: ADDRESS });
  const order = { ...request, email, address: ADDRESS, fingerprint, idempotencyKey: newId() };
  const placed = await placeOrder(db, order);
  if (!placed.ok) throw new Error(placed.error);
  return { ...placed.value, token: guestOrderToken(placed.value.orderId) };
}

describe("a guest's order", () => {
  it('opens by its own link and by no other', async () => {
    const [mine, other] = [await guestOrder('a@people.example'), await guestOrder('a@people.example')];
    expect(await findOrderId(db, mine.number, { guestToken: mine.token })).toBe(mine.orderId);
    for (const guestToken of [other.token, '', 'A'.repeat(43), null]) {
      expect(await getOrder(db, mine.number, { guestToken })).toBeNull();
    }
    expect(await getOrder(db, mine.number, {})).toBeNull();
    const listed = await listOrdersByLink(db, [mine, { number: other.number, token: mine.token }]);
    expect(listed.map(({ number }) => number)).toEqual([mine.number]);
  });

  it('is given to whoever proves the address theirs, and to nobody else; its link goes on opening it', async () => {
    const email = 'claims@people.example';
    const { number, token } = await guestOrder(email);
    await guestOrder('another@people.example');
    const { userId, customerId } = await signedInPerson(ownerDb);

    await claimGuestOrders(db, { userId, email });
    await claimGuestOrders(db, { userId, email });

    const { items } = await listOrders(db, customerId, { limit: 10, after: null });
    expect(items.map((order) => order.number)).toEqual([number]);
    expect(await getOrder(db, number, { guestToken: token })).not.toBeNull();
  });
});
