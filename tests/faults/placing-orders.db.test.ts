import { describe, expect, it } from 'vitest';
import { placeOrder } from '@/lib/checkout';
import { testDatabase } from '../support/database';
import { offerForSale } from '../support/goods';
import { readyToOrder } from '../support/orders';
import { signedInPerson } from '../support/people';

const { db, sql, ownerDb } = await testDatabase({ poolSize: 20 });

async function buyers(count: number) {
  const people = [];
  for (let i = 0; i < count; i++) people.push(await signedInPerson(ownerDb));
  return people;
}

async function stockOf(offerId: string) {
  const [row] = await sql<{ onHand: number; reserved: number }[]>`
    select on_hand as "onHand", reserved from stock where offer_id = ${offerId}`;
  return row;
}

describe('placing an order', () => {
  it('sells exactly what there is to buyers who all want the last of it, and tells the others', async () => {
    const { offerId } = await offerForSale(ownerDb, { onHand: 5 });
    const requests = await Promise.all(
      (await buyers(20)).map((buyer) => readyToOrder(db, buyer, [{ offerId }])),
    );

    const results = await Promise.all(requests.map((request) => placeOrder(db, request)));

    expect(results.filter(({ ok }) => ok)).toHaveLength(5);
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.error]));
    expect(new Set(refusals)).toEqual(new Set(['out_of_stock']));
    expect(await stockOf(offerId)).toEqual({ onHand: 5, reserved: 5 });
  });

  it('makes one order of one key, however often and however much at once it arrives', async () => {
    const { offerId } = await offerForSale(ownerDb);
    const [buyer] = await buyers(1);
    const request = await readyToOrder(db, buyer!, [{ offerId, quantity: 2 }]);

    const results = await Promise.all(Array.from({ length: 10 }, () => placeOrder(db, request)));
    const again = await placeOrder(db, request);

    expect(new Set([...results, again].map((result) => JSON.stringify(result))).size).toBe(1);
    expect(again).toMatchObject({ ok: true });
    const orders = await sql`select id from orders where customer_id = ${buyer!.customerId}`;
    expect(orders).toHaveLength(1);
    expect(await stockOf(offerId)).toEqual({ onHand: 10, reserved: 2 });
  });

  it('refuses the same key for another request', async () => {
    const { offerId } = await offerForSale(ownerDb);
    const [buyer] = await buyers(1);
    const request = await readyToOrder(db, buyer!, [{ offerId }]);
    await placeOrder(db, request);

    const other = { ...request, address: { ...request.address, city: 'Hamburg' } };
    expect(await placeOrder(db, other)).toMatchObject({ ok: false, error: 'conflict' });
  });

  it('charges no other price than the one that was shown', async () => {
    const { offerId } = await offerForSale(ownerDb, { priceMinor: 1_000 });
    const [buyer] = await buyers(1);
    const request = await readyToOrder(db, buyer!, [{ offerId }]);
    await ownerDb.execute(`update offer_prices set price_minor = 1001 where offer_id = '${offerId}'`);

    expect(await placeOrder(db, request)).toMatchObject({ ok: false, error: 'price_changed' });
    expect(await stockOf(offerId)).toEqual({ onHand: 10, reserved: 0 });
  });

  it('never deadlocks buyers whose baskets hold the same things in another order', async () => {
    const goods = await Promise.all(Array.from({ length: 4 }, () => offerForSale(ownerDb, { onHand: 100 })));
    const requests = await Promise.all(
      (await buyers(16)).map((buyer, index) => {
        const wishes = goods.map(({ offerId }) => ({ offerId }));
        return readyToOrder(db, buyer, index % 2 === 0 ? wishes : wishes.toReversed());
      }),
    );

    const results = await Promise.all(requests.map((request) => placeOrder(db, request)));

    expect(results.every(({ ok }) => ok)).toBe(true);
    for (const { offerId } of goods) expect(await stockOf(offerId)).toMatchObject({ reserved: 16 });
  });

  it('adds up to the minor unit from lines over sellers to the charge', async () => {
    const goods = [
      await offerForSale(ownerDb, { priceMinor: 333 }),
      await offerForSale(ownerDb, { priceMinor: 1_999, shippingMinor: 701 }),
    ];
    const [buyer] = await buyers(1);
    const request = await readyToOrder(
      db,
      buyer!,
      goods.map(({ offerId }) => ({ offerId, quantity: 3 })),
    );
    const placed = await placeOrder(db, request);
    if (!placed.ok) throw new Error(placed.error);

    const [sums] = await sql`
      select o.total_minor::int as total,
        (select sum(total_minor) from seller_orders where order_id = o.id)::int as sellers,
        (select sum(total_minor) from order_lines where order_id = o.id)::int as lines,
        (select sum(amount_minor) from payments where order_id = o.id)::int as charge
      from orders o where o.id = ${placed.value.orderId}`;
    const total = 3 * 333 + 490 + 3 * 1_999 + 701;
    expect(sums).toEqual({ total, sellers: total, lines: total, charge: total });
  });
});
