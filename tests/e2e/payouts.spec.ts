import { sql } from 'drizzle-orm';
import type { Page } from '@playwright/test';
import { formatMoney } from '@/lib/kernel/money';
import type { Database } from '@/lib/platform/database';
import { expect, test } from '../support/journey';
import { signInCookie } from '../support/people';
import { fulfilOrder, payOut, setUpPayouts } from '../support/seller-desk';
import {
  CARDS,
  expectPaid,
  pressPay,
  productOfDemoSeller,
  productsOfOtherSellers,
  putInCart,
  typeAddress,
  typeCard,
} from '../support/shopper';

test.use({ as: 'seller' });

const euros = (minor: number) => formatMoney({ amountMinor: minor, currency: 'EUR' }, 'en');

test('an order of three sellers is followed from payment through a cancelled piece, a return and a payout, and every cent is in statement and books @desktop', async ({
  page,
  browser,
  baseURL,
  ownerDb,
}) => {
  test.slow();
  const [seller] = await ownerDb.execute<{ id: string }>(sql`
    select m.seller_id as id from seller_members m join users u on u.id = m.user_id
    where u.email = 'seller@souk.example'`);
  const sellerId = seller!.id;
  await ownerDb.execute(sql`
    insert into payout_terms (seller_id, release_days) values (${sellerId}, 0)
    on conflict (seller_id) do update set release_days = 0`);

  // Other journeys buy of this shop, too.
  await ownerDb.execute(sql`
    update stock set on_hand = greatest(on_hand, reserved + 20)
    where offer_id in (select id from offers where seller_id = ${sellerId})`);

  const buyer = await browser.newPage();
  const number = await buyOfThreeSellers(buyer, ownerDb);
  await buyer.getByText('Cancel some pieces').click();
  await buyer.getByRole('button', { name: 'One more' }).first().click();
  await buyer.getByRole('button', { name: 'Cancel these pieces' }).click();
  await expect(buyer.getByText('1 piece cancelled')).toBeVisible();

  await fulfilOrder(page, number);
  await returnOnePiece(buyer, page, number);

  await setUpPayouts(page);

  // The release is scheduled by the worker, a moment after the delivery, and both refunds have arrived.
  await expect(async () => {
    const [done] = await ownerDb.execute<{ released: number; refunded: number }>(sql`
      select (select count(*)::int from releases r where r.order_id = o.id) as released,
        (select count(*)::int from refunds r where r.order_id = o.id and r.status = 'succeeded') as refunded
      from orders o where o.number = ${number}`);
    expect(done).toEqual({ released: 1, refunded: 2 });
  }).toPass({ timeout: 20_000 });
  await payOut(page);

  const [money] = await ownerDb.execute<{ sold: string; first: string; second: string }>(sql`
    select line.total_minor - line.commission_minor as sold, back[1] as first, back[2] as second
    from order_lines line
    join orders o on o.id = line.order_id and o.number = ${number}
    join lateral (
      select array_agg(lines.amount_minor - lines.commission_minor order by lines.refund_id) as back
      from refund_lines lines where lines.order_line_id = line.id
    ) refunds on true
    where line.seller_id = ${sellerId}`);
  const [sold, first, second] = [Number(money!.sold), Number(money!.first), Number(money!.second)];
  const kept = euros(sold - first - second);
  const lines = page.getByRole('table', { name: 'Statement' }).getByRole('row').filter({ hasText: number });
  await expect(lines.filter({ hasText: 'Sale' })).toContainText(euros(sold));
  await expect(lines.filter({ hasText: 'Refund' }).filter({ hasText: euros(-first) })).not.toHaveCount(0);
  await expect(lines.filter({ hasText: 'Refund' }).filter({ hasText: euros(-second) })).not.toHaveCount(0);
  await expect(lines.filter({ hasText: 'Released' }).filter({ hasText: 'Available' })).toContainText(kept);

  await page.getByRole('table', { name: 'Payouts' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: /^Payout of / })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: number })).toContainText(kept);
  const [payout] = await ownerDb.execute<{ id: string; amount: string; lines: string }>(sql`
    select payout.id, payout.amount_minor as amount, (
      select -sum(posting.amount_minor) from payout_postings paid
      join ledger_postings posting on posting.id = paid.posting_id
      join ledger_entries entry on entry.id = posting.entry_id
      where paid.payout_id = payout.id and entry.kind <> 'payout') as lines
    from payouts payout where payout.seller_id = ${sellerId} order by payout.requested_at desc limit 1`);
  expect(payout!.lines).toBe(payout!.amount);
  for (const format of ['CSV', 'PDF']) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: format }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^pyt_.*\.(csv|pdf)$/);
  }

  await expect(async () => {
    const [sent] = await ownerDb.execute<{ status: string }>(
      sql`select status from payouts where id = ${payout!.id}`,
    );
    expect(sent?.status).toBe('transferred');
  }).toPass({ timeout: 20_000 });

  const desk = await browser.newContext({ baseURL });
  const [name = '', ...value] = (await signInCookie(ownerDb, 'admin@souk.example')).split('=');
  await desk.addCookies([{ name, value: value.join('='), url: baseURL!, httpOnly: true, sameSite: 'Lax' }]);
  const admin = await desk.newPage();
  await admin.goto('/admin/money');
  await admin.getByRole('button', { name: 'Prove now' }).click();
  await expect(admin.getByText(/checks hold\./)).toBeVisible({ timeout: 20_000 });
  const transfers = admin
    .getByRole('table', { name: 'Ledger against provider' })
    .getByRole('row', { name: /Transfers to sellers/ });
  await expect(transfers).toContainText('€0.00');

  await admin.getByRole('link', { name: 'Books of an order' }).click();
  await admin.getByLabel('Order number').fill(number);
  await admin.getByRole('button', { name: 'Show' }).click();
  const standing = admin.getByRole('table', { name: 'Where its money is' });
  await expect(standing.getByRole('row', { name: /Sellers, pending/ })).toHaveCount(2);
  await expect(standing.getByRole('row', { name: /Sellers, available/ })).toContainText(`-${kept}`);
  await expect(standing.getByRole('row', { name: /Sum/ })).toContainText('€0.00');
  await expect(
    admin
      .getByRole('table', { name: /^Payouts/ })
      .getByRole('row')
      .last(),
  ).toContainText(kept);
  await desk.close();
});

/** Three pieces of the demo seller's, and one of each of two others; paid. Answers the order's number. */
async function buyOfThreeSellers(buyer: Page, ownerDb: Database): Promise<string> {
  for (const _ of [1, 2, 3]) await putInCart(buyer, await productOfDemoSeller(ownerDb, 3));
  for (const product of await productsOfOtherSellers(ownerDb, 2)) await putInCart(buyer, product);
  await buyer.goto('/checkout');
  await buyer.getByLabel('E-mail address').fill(`paid-out-${Date.now()}@people.example`);
  await typeAddress(buyer);
  await typeCard(buyer, CARDS.pays);
  await pressPay(buyer);
  await expectPaid(buyer);
  return new URL(buyer.url()).pathname.split('/').at(-1)!;
}

async function returnOnePiece(buyer: Page, seller: Page, number: string): Promise<void> {
  await buyer.reload();
  await buyer.getByText('Send something back').click();
  await buyer.getByRole('button', { name: 'One more' }).first().click();
  await buyer.getByLabel('What the seller should know').fill('It does not fit the shelf.');
  await buyer.getByRole('button', { name: 'Ask to send it back' }).click();
  await expect(buyer.getByText('Waiting for the seller')).toBeVisible();
  await buyer.close();
  await seller.goto('/seller/returns');
  await seller.getByRole('link', { name: number }).click();
  await seller.getByRole('button', { name: 'Accept' }).click();
  await seller.getByRole('button', { name: 'It is back' }).click();
  await seller.getByRole('button', { name: 'Send the money back' }).click();
  await expect(seller.getByText('Refunded').first()).toBeVisible();
}
