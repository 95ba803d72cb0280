import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getCheckout, placeOrder } from '@/lib/checkout';
import { testDatabase } from '@/tests/support/database';
import { offerForSale } from '@/tests/support/goods';
import { ADDRESS, readyToOrder } from '@/tests/support/orders';
import { signedInPerson } from '@/tests/support/people';
import { addToCart, getCart, listCartCurrencies, setCartCurrency } from '.';

const { db, ownerDb } = await testDatabase();

it('is one in which everything in the basket has a price of its own; nothing is converted', async () => {
  const owner = { customerId: (await signedInPerson(ownerDb)).customerId };
  const everywhere = await offerForSale(ownerDb, { priceMinor: 2_500, alsoFor: { JPY: 4_321, KWD: 8_760 } });
  const nearly = await offerForSale(ownerDb, { priceMinor: 1_000, alsoFor: { JPY: 999 } });
  await addToCart(db, owner, { offerId: everywhere.offerId, quantity: 2 });
  expect(await listCartCurrencies(db, owner)).toEqual(['EUR', 'JPY', 'KWD']);
  await addToCart(db, owner, { offerId: nearly.offerId, quantity: 1 });
  expect(await listCartCurrencies(db, owner)).toEqual(['EUR', 'JPY']);

  await setCartCurrency(db, owner, 'JPY');
  const cart = await getCart(db, owner, 'en');
  expect(cart.goods).toEqual({ amountMinor: 2 * 4_321 + 999, currency: 'JPY' });
  expect(cart.parcels.flatMap(({ lines }) => lines.map(({ change }) => change))).toEqual([null, null]);
});

it('makes an offer without a price in it unavailable, and says so', async () => {
  const buyer = await signedInPerson(ownerDb);
  const owner = { customerId: buyer.customerId };
  const inYen = await offerForSale(ownerDb, { alsoFor: { JPY: 100 } });
  const inEuros = await offerForSale(ownerDb);
  await addToCart(db, owner, { offerId: inYen.offerId, quantity: 1 });
  await setCartCurrency(db, owner, 'JPY');
  expect(await addToCart(db, owner, { offerId: inEuros.offerId, quantity: 1 })).toMatchObject({
    error: 'offer_not_in_currency',
    detail: { currency: 'JPY' },
  });

  const ready = await readyToOrder(db, buyer, [{ offerId: inYen.offerId }]);
  await ownerDb.execute(sql`delete from offer_prices where offer_id = ${inYen.offerId} and currency = 'JPY'`);
  const cart = await getCart(db, owner, 'en');
  expect(cart).toMatchObject({ blocked: true, goods: { amountMinor: 0, currency: 'JPY' } });
  expect(cart.parcels[0]!.lines[0]!.change).toEqual({ kind: 'unpriced', currency: 'JPY' });
  expect(await placeOrder(db, ready)).toMatchObject({ ok: false, error: 'offer_unavailable' });
});

it('is the order’s, of every amount of it', async () => {
  const buyer = await signedInPerson(ownerDb);
  const { offerId } = await offerForSale(ownerDb, { alsoFor: { KWD: 8_760 } });
  const ready = await readyToOrder(db, buyer, [{ offerId, quantity: 3 }]);
  await setCartCurrency(db, ready.owner, 'KWD');
  expect(await placeOrder(db, ready)).toMatchObject({ ok: false, error: 'price_changed' });
  const { fingerprint } = await getCheckout(db, { ...ready, destination: ADDRESS });
  const placed = await placeOrder(db, { ...ready, fingerprint });
  if (!placed.ok) throw new Error(placed.error);
  const [row] = await db.execute(sql`
    select o.currency as "order", o.total_minor::int as total, part.currency as part, line.currency as line, p.currency as payment
    from orders o join seller_orders part on part.order_id = o.id join order_lines line on line.order_id = o.id
    join payments p on p.order_id = o.id where o.id = ${placed.value.orderId}`);
  expect(row).toEqual({ order: 'KWD', total: 26_280, part: 'KWD', line: 'KWD', payment: 'KWD' });
});

it('knows no price that cannot be paid: cards know two of the dinar’s three decimals', async () => {
  await expect(offerForSale(ownerDb, { alsoFor: { KWD: 8_765 } })).rejects.toThrow();
});
