import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getSellerBalances } from '@/lib/ledger';
import { cancelLinesBySeller } from '@/lib/orders';
import { offerForSale } from '@/tests/support/goods';
import { ADDRESS, ADDRESS_IN_NEW_YORK, placedOrder, readyToOrder } from '@/tests/support/orders';
import { signedInPerson } from '@/tests/support/people';
import { sentMails } from '@/tests/support/sent-mail';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { getCheckout, placeOrder } from '.';

const { db, ownerDb, payments } = await shopWithBooks();

async function taxedAs(productId: string, category: string) {
  await ownerDb.execute(sql`update products set tax_category = ${category} where id = ${productId}`);
}

async function linesOf(orderId: string) {
  return db.execute<{ mode: string; class: string; rate: string; tax: number; total: number }>(sql`
    select tax_mode as mode, tax_class as class, tax_basis_points as rate, tax_minor::int as tax, total_minor::int as total
    from order_lines where order_id = ${orderId} order by position`);
}

async function taxOwedOf(orderId: string): Promise<number> {
  const [row] = await db.execute<{ owed: number }>(sql`
    select -coalesce(sum(posting.amount_minor), 0)::int as owed
    from ledger_entries entry join ledger_postings posting on posting.entry_id = entry.id
    join ledger_accounts account on account.id = posting.account_id
    where entry.order_id = ${orderId} and account.kind = 'tax_liability'`);
  return row!.owed;
}

it('is frozen on each line, charged to the buyer, owed to the authorities, and not the seller’s', async () => {
  const goods = await offerForSale(ownerDb, { priceMinor: 10_000, shippingMinor: 1_000 });
  const { orderId } = await placedOrder(
    db,
    await signedInPerson(ownerDb),
    [{ offerId: goods.offerId, quantity: 2 }],
    ADDRESS_IN_NEW_YORK,
  );
  // 4 % of 2 × 100.00 and 10.00 of delivery, which New York taxes too.
  expect(await linesOf(orderId)).toEqual([
    { mode: 'exclusive', class: 'standard', rate: '400.00', tax: 840, total: 21_840 },
  ]);
  await payments.pay(db, orderId);
  await payments.deliver(db, orderId);
  await drain(db, works);
  expect(await taxOwedOf(orderId)).toBe(840);
  expect(await getSellerBalances(db, goods.sellerId)).toMatchObject([{ pendingMinor: 21_000 - 2_400 }]);
  expect(sentMails.at(0)?.text).toContain('Tax: €8.40');

  const [part] = await db.execute<{ id: string; line: string; version: number }>(sql`
    select part.id, line.id as line, part.version from seller_orders part
    join order_lines line on line.seller_order_id = part.id where part.order_id = ${orderId}`);
  const cancelled = await cancelLinesBySeller(db, {
    ...{ sellerOrderId: part!.id, sellerId: goods.sellerId, userId: goods.sellerId },
    ...{ version: part!.version, reason: 'It broke', now: new Date() },
    lines: [{ orderLineId: part!.line, quantity: 1 }],
  });
  expect(cancelled.ok).toBe(true);
  await drain(db, works);
  expect(await taxOwedOf(orderId)).toBe(420);
  expect(await getSellerBalances(db, goods.sellerId)).toMatchObject([{ pendingMinor: 10_500 - 1_200 }]);
});

it('follows what the product is taxed as, line by line', async () => {
  const goods = await offerForSale(ownerDb, { priceMinor: 10_000, shippingMinor: 0 });
  const book = await offerForSale(ownerDb, { sellerId: goods.sellerId, priceMinor: 10_000 });
  await taxedAs(book.productId, 'books');
  const wishes = [{ offerId: goods.offerId }, { offerId: book.offerId }];
  const { orderId } = await placedOrder(db, await signedInPerson(ownerDb), wishes);
  expect(await linesOf(orderId)).toEqual([
    { mode: 'inclusive', class: 'standard', rate: '1900.00', tax: 1_597, total: 10_000 },
    { mode: 'inclusive', class: 'reduced', rate: '700.00', tax: 654, total: 10_000 },
  ]);
});

it('is not guessed: without a postal code that tells the state nothing is placed', async () => {
  const { offerId } = await offerForSale(ownerDb);
  const nowhere = { ...ADDRESS, country: 'US', postalCode: '00' };
  const ready = await readyToOrder(db, await signedInPerson(ownerDb), [{ offerId }], nowhere);
  const quote = await getCheckout(db, { ...ready, destination: nowhere });
  expect(quote).toMatchObject({ taxMode: 'exclusive', tax: null, blockedBy: 'tax_place_unknown' });
  expect(await placeOrder(db, ready)).toMatchObject({ ok: false, error: 'tax_place_unknown' });
});

it('cannot be had for another state’s price: the quote of one is no agreement in the other', async () => {
  const { offerId } = await offerForSale(ownerDb);
  const ready = await readyToOrder(db, await signedInPerson(ownerDb), [{ offerId }], ADDRESS_IN_NEW_YORK);
  const inOregon = { ...ADDRESS_IN_NEW_YORK, postalCode: '97201', region: 'OR' };
  const { fingerprint } = await getCheckout(db, { ...ready, destination: inOregon });
  expect(await placeOrder(db, { ...ready, fingerprint })).toMatchObject({
    ok: false,
    error: 'price_changed',
  });
});
