import { NextRequest } from 'next/server';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { changeLineQuantity, removeFromCart, saveForLater } from '@/app/[locale]/(shop)/cart/actions';
import { cancel, pay, requestLink } from '@/app/[locale]/(shop)/orders/actions';
import { POST as putRoute } from '@/app/api/cart/route';
import { POST as placeRoute } from '@/app/api/checkout/route';
import { GET as followEvents } from '@/app/api/orders/[number]/events/route';
import { GET as openLink } from '@/app/api/orders/[number]/open/route';
import { publicId, newId } from '@/lib/kernel/ids';
import { testCache } from '../support/cache';
import { testDatabase } from '../support/database';
import { offerForSale } from '../support/goods';
import { requestComesWith } from '../support/next-request';
import { ADDRESS, placedOrder } from '../support/orders';
import { signedInPerson, type Person } from '../support/people';

const { db, ownerDb } = await testDatabase();
testCache();

const MALFORMED = [
  '',
  'off_',
  'lin_zzz',
  "'; drop table carts; --",
  '../../etc/passwd',
  '0',
  'NaN',
  'x'.repeat(5000),
];

function comesFrom({ cookie }: Pick<Person, 'cookie'>) {
  browser = cookie;
  requestComesWith({ cookie, 'user-agent': 'a test', referer: 'http://localhost:3000/cart' });
}

let browser = '';

type Told = { ok: boolean; error?: string; message?: string; fields?: object };

/** Sends what the checkout page sends. */
function place(body: unknown): Promise<Told> {
  return post(placeRoute, body);
}

/** Sends what a product page sends. */
function addToCart(body: unknown): Promise<Told> {
  return post(putRoute, body);
}

async function post(route: typeof placeRoute, body: unknown): Promise<Told> {
  const request = new NextRequest('http://localhost:3000/api/of-the-page', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { cookie: browser, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
  });
  const response = await route(request, { params: Promise.resolve({}) });
  return { ok: response.ok, ...(await response.json()) };
}

async function linesOf(person: Person) {
  return db.execute<{ id: string; quantity: number; saved_for_later: boolean }>(sql`
    select line.id, line.quantity, line.saved_for_later from cart_lines line join carts c on c.id = line.cart_id
    where c.customer_id = ${person.customerId}`);
}

async function withOneLine() {
  const buyer = await signedInPerson(ownerDb);
  const { offerId } = await offerForSale(ownerDb, { onHand: 7 });
  comesFrom(buyer);
  expect(await addToCart({ offerId: publicId('off', offerId), quantity: 2 })).toMatchObject({ ok: true });
  const [line] = await linesOf(buyer);
  return { buyer, offerId, lineId: publicId('lin', line!.id) };
}

/** Refused in words, with nothing of the inside in them. */
function expectPlainRefusal(result: { ok: boolean; error?: string; message?: string }, error?: string) {
  expect(result.ok).toBe(false);
  if (error) expect(result.error).toBe(error);
  expect(result.error).not.toBe('fault');
  expect(result.message).toMatch(/^[A-Z][^<>{}]+[.?!]$/);
  expect(result.message).not.toMatch(/select|insert|postgres|uuid|undefined|null|at \//i);
}

describe('a tampered quantity', () => {
  it.each([
    0,
    -1,
    1.5,
    1e9,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    100,
    '1e3',
    '-2',
    '',
    ' ',
    '٣',
    '2.0',
    null,
    [],
    {},
  ])('of %j is refused in words, and the basket stays as it was', async (quantity) => {
    const { buyer, offerId, lineId } = await withOneLine();
    const tampered = { quantity } as { quantity: number };
    expectPlainRefusal(await addToCart({ offerId: publicId('off', offerId), ...tampered }));
    expectPlainRefusal(await changeLineQuantity({ lineId, ...tampered }));
    expect(await linesOf(buyer)).toMatchObject([{ quantity: 2 }]);
  });

  it('beyond what there is says how many are left', async () => {
    const { lineId } = await withOneLine();
    const refused = await changeLineQuantity({ lineId, quantity: 8 });
    expectPlainRefusal(refused, 'not_enough_stock');
    expect(refused).toMatchObject({ message: 'Only 7 are left.' });
  });
});

describe('an id', () => {
  it.each(MALFORMED)('like %j is refused in words everywhere', async (id) => {
    comesFrom(await signedInPerson(ownerDb));
    expectPlainRefusal(await addToCart({ offerId: id, quantity: 1 }));
    expectPlainRefusal(await changeLineQuantity({ lineId: id, quantity: 1 }));
    expectPlainRefusal(await removeFromCart({ lineId: id }));
    expectPlainRefusal(await saveForLater({ lineId: id, saved: 'true' }));
    expectPlainRefusal(await pay({ number: id }));
    expectPlainRefusal(await cancel({ number: id }));
    expectPlainRefusal(await requestLink({ number: id, email: 'somebody@people.example' }));
  });

  it('of an offer that does not exist is refused like one that is not sold any more', async () => {
    comesFrom(await signedInPerson(ownerDb));
    expectPlainRefusal(
      await addToCart({ offerId: publicId('off', newId()), quantity: 1 }),
      'offer_unavailable',
    );
  });
});

describe("a stranger's", () => {
  it('basket line is not found, and stays as it is', async () => {
    const { buyer, lineId } = await withOneLine();
    comesFrom(await signedInPerson(ownerDb));
    expectPlainRefusal(await changeLineQuantity({ lineId, quantity: 1 }), 'not_found');
    expectPlainRefusal(await removeFromCart({ lineId }), 'not_found');
    expectPlainRefusal(await saveForLater({ lineId, saved: 'true' }), 'not_found');
    expect(await linesOf(buyer)).toMatchObject([{ quantity: 2, saved_for_later: false }]);
  });

  it('order is not found: not to pay, not to cancel, not to follow, not to open', async () => {
    const buyer = await signedInPerson(ownerDb);
    const { offerId } = await offerForSale(ownerDb);
    const { number, orderId } = await placedOrder(db, buyer, [{ offerId }]);
    const stranger = await signedInPerson(ownerDb);
    for (const caller of [stranger, { cookie: '' }, { cookie: `souk_order_${number}=${'A'.repeat(43)}` }]) {
      comesFrom(caller);
      expectPlainRefusal(await pay({ number }), 'not_found');
      expectPlainRefusal(await cancel({ number }), 'not_found');
      const headers = { ...caller, 'user-agent': 'a test' };
      const events = await followEvents(
        new NextRequest(`http://localhost:3000/api/orders/${number}/events`, { headers }),
        {
          params: Promise.resolve({ number }),
        },
      );
      expect(events.status).toBe(404);
    }
    const [order] = await db.execute<{ status: string }>(
      sql`select status from orders where id = ${orderId}`,
    );
    expect(order?.status).toBe('pending_payment');
  });

  it('link to an order opens nothing without its key, and looks no different', async () => {
    const buyer = await signedInPerson(ownerDb);
    const { offerId } = await offerForSale(ownerDb);
    const { number } = await placedOrder(db, buyer, [{ offerId }]);
    const answers = [];
    for (const each of [number, 'ZZZZZ-ZZZZZ']) {
      comesFrom({ cookie: '' });
      const request = new NextRequest(`http://localhost:3000/api/orders/${each}/open?key=${'A'.repeat(43)}`);
      const answer = await openLink(request, { params: Promise.resolve({ number: each }) });
      answers.push([
        answer.status,
        answer.headers.get('location')?.replace(each, '…'),
        answer.headers.get('set-cookie'),
      ]);
    }
    expect(answers[0]).toEqual(answers[1]);
    comesFrom({ cookie: '' });
    const asked = [
      await requestLink({ number, email: 'nobody@people.example' }),
      await requestLink({ number: 'ZZZZZ-ZZZZZ', email: buyer.email }),
    ];
    expect(asked[0]).toEqual(asked[1]);
  });
});

describe('a placed order', () => {
  const sent = {
    email: 'somebody@people.example',
    address: { ...ADDRESS },
    deliveries: {},
    fingerprint: 'what was seen',
    idempotencyKey: newId(),
    saveCard: false,
  };

  it('says beside each field what is wrong with it', async () => {
    await withOneLine();
    const address = {
      ...ADDRESS,
      recipient: ' ',
      city: 'x'.repeat(500),
      country: 'XX',
      postalCode: '???',
      phone: 'call me',
    };
    const refused = await place({ ...sent, email: 'not an address', address });
    expectPlainRefusal(refused, 'invalid_input');
    expect(Object.keys(refused.fields ?? {}).toSorted()).toEqual([
      'address.city',
      'address.country',
      'address.phone',
      'address.postalCode',
      'address.recipient',
      'email',
    ]);
  });

  it('at a total nobody was shown is refused, and the basket is still there', async () => {
    const { buyer } = await withOneLine();
    expectPlainRefusal(await place(sent), 'price_changed');
    expect(await linesOf(buyer)).toHaveLength(1);
  });

  it.each([
    ['a made-up delivery', { deliveries: { sel_x: 'free' } }, 'price_changed'],
    [
      "somebody else's address",
      { address: undefined, addressId: publicId('adr', newId()) },
      'address_invalid',
    ],
    ['no address', { address: undefined }, 'address_invalid'],
    ['a key that is none', { idempotencyKey: 'again' }, 'invalid_input'],
  ])('with %s is refused in words', async (_, change, error) => {
    await withOneLine();
    expectPlainRefusal(await place({ ...sent, ...change }), error);
  });

  it('from nobody with a basket is refused', async () => {
    comesFrom({ cookie: '' });
    expectPlainRefusal(await place(sent), 'cart_empty');
  });
});
