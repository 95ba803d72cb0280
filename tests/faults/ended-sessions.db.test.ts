import { NextRequest } from 'next/server';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { addAddressAction } from '@/app/[locale]/(shop)/account/actions';
import { changeLineQuantity, removeFromCart } from '@/app/[locale]/(shop)/cart/actions';
import { cancel } from '@/app/[locale]/(shop)/orders/actions';
import { POST as placeRoute } from '@/app/api/checkout/route';
import { PUT as wish } from '@/app/api/wishlist/[productId]/route';
import { newId, publicId } from '@/lib/kernel/ids';
import { testCache } from '../support/cache';
import { testDatabase } from '../support/database';
import { offerForSale } from '../support/goods';
import { requestComesWith } from '../support/next-request';
import { ADDRESS, placedOrder, readyToOrder } from '../support/orders';
import { signedInPerson } from '../support/people';

const { db, ownerDb } = await testDatabase();
testCache();

/** Somebody with a basket and an order, who was signed out on another device while their pages stayed open. */
async function signedOutElsewhere() {
  const goods = await offerForSale(ownerDb);
  const person = await signedInPerson(ownerDb);
  const { number } = await placedOrder(db, person, [goods]);
  const order = await readyToOrder(db, person, [goods]);
  const [line] = await db.execute<{ id: string }>(sql`
    select l.id from cart_lines l join carts c on c.id = l.cart_id where c.customer_id = ${person.customerId}`);
  await ownerDb.execute(sql`update sessions set revoked_at = now() where id = ${person.sessionId}`);
  requestComesWith({ cookie: person.cookie, 'user-agent': 'a test' });
  return { person, goods, number, order, lineId: publicId('lin', line!.id) };
}

function requestOf(cookie: string, method: string, body?: unknown) {
  return new NextRequest('http://localhost:3000/', {
    method,
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

const ENDED = { ok: false, error: 'session_ended', message: expect.stringContaining('no longer signed in') };

describe('a session that ended while a page was open', () => {
  it('is told as that by everything the page can do, and nothing is changed', async () => {
    const { person, goods, number, order, lineId } = await signedOutElsewhere();
    expect(await changeLineQuantity({ lineId, quantity: 3 })).toMatchObject(ENDED);
    expect(await removeFromCart({ lineId })).toMatchObject(ENDED);
    expect(await cancel({ number })).toMatchObject(ENDED);

    const wished = await wish(requestOf(person.cookie, 'PUT'), {
      params: Promise.resolve({ productId: publicId('prd', goods.productId) }),
    });
    expect([wished.status, await wished.json()]).toMatchObject([401, { error: 'session_ended' }]);

    const { fingerprint } = order;
    const sent = {
      email: person.email,
      deliveries: {},
      fingerprint,
      idempotencyKey: newId(),
      saveCard: false,
    };
    for (const where of [{ address: ADDRESS }, { addressId: publicId('adr', newId()) }]) {
      const placed = await placeRoute(requestOf(person.cookie, 'POST', { ...sent, ...where }), {
        params: Promise.resolve({}),
      });
      expect([placed.status, await placed.json()]).toMatchObject([401, { error: 'session_ended' }]);
    }
    const [kept] = await db.execute(sql`
      select (select count(*)::int from orders where customer_id = ${person.customerId}) as orders,
        (select sum(quantity)::int from cart_lines l join carts c on c.id = l.cart_id
          where c.customer_id = ${person.customerId}) as pieces`);
    expect(kept).toEqual({ orders: 1, pieces: 1 });
  });

  it('gives a form back what was typed', async () => {
    await signedOutElsewhere();
    const form = new FormData();
    for (const [name, value] of Object.entries(ADDRESS)) form.set(name, value);
    expect(await addAddressAction(null, form)).toMatchObject({ ...ENDED, values: { line1: ADDRESS.line1 } });
  });

  it('is no matter to whoever never had one', async () => {
    requestComesWith({ 'user-agent': 'a test' });
    const line = { lineId: publicId('lin', newId()) };
    expect(await removeFromCart(line)).toMatchObject({ error: 'not_found' });
  });
});
