import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '@/lib/platform/database';
import { expect, type Page } from '@playwright/test';

/** What anybody does on the way to an order, in the words of the pages. */

export const CARDS = {
  pays: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  asksFor3dSecure: '4000 0000 0000 3220',
} as const;

/** The address of a product that every seller of it has plenty of; `skip` gives parallel journeys their own. */
export async function productInStock(ownerDb: Database, skip = 0): Promise<string> {
  return findProduct(ownerDb, sql`true`, skip);
}

/** The same, from the shop that the demo seller runs, and from no other. */
export async function productOfDemoSeller(ownerDb: Database, skip = 0): Promise<string> {
  const theirs = sql`o.seller_id in (select m.seller_id from seller_members m
    join users u on u.id = m.user_id where u.email = 'seller@souk.example')`;
  return findProduct(ownerDb, theirs, skip);
}

/** Addresses of products that one shop each has plenty of: as many shops, none of them the demo seller's. */
export async function productsOfOtherSellers(ownerDb: Database, count: number): Promise<string[]> {
  const rows = await ownerDb.execute<{ slug: string }>(sql`
    select distinct on (o.seller_id) p.slug from products p
      join variants v on v.product_id = p.id and not v.retired
      join offers o on o.variant_id = v.id and o.status = 'active'
      join stock s on s.offer_id = o.id and s.on_hand - s.reserved > 5
    where p.status = 'live'
      and o.seller_id not in (select m.seller_id from seller_members m)
      and (select count(*) from offers rival join variants of_it on of_it.id = rival.variant_id
        where of_it.product_id = p.id) = 1
    order by o.seller_id, p.slug limit ${count}`);
  return rows.map(({ slug }) => `/p/${slug}`);
}

async function findProduct(ownerDb: Database, wanted: SQL, skip: number): Promise<string> {
  const rows = await ownerDb.execute<{ slug: string }>(sql`
    select p.slug from products p
      join variants v on v.product_id = p.id and not v.retired
      join offers o on o.variant_id = v.id and o.status = 'active'
      join stock s on s.offer_id = o.id
    where p.status = 'live'
    group by p.slug having bool_and(${wanted}) and min(s.on_hand - s.reserved) > 5
    order by p.slug offset ${skip} limit 1`);
  const slug = rows[0]?.slug;
  if (!slug) throw new Error('The demo shop has no such product with enough in stock');
  return `/p/${slug}`;
}

/** From the product's page into the basket. */
export async function putInCart(page: Page, productPath: string): Promise<void> {
  await page.goto(productPath);
  await page.getByRole('button', { name: 'Add to cart' }).first().click();
  await expect(page.getByText('Added to your cart')).toBeVisible();
}

export async function typeAddress(page: Page): Promise<void> {
  await page.getByLabel('Country').selectOption('DE');
  for (const [label, value] of [
    ['Full name', 'Ada Buyer'],
    ['Street and number', 'Some Street 1'],
    ['Postal code', '10115'],
    ['Town or city', 'Berlin'],
  ] as const) {
    await page.getByLabel(label).fill(value);
  }
}

/** Fills the payment form, which is the provider's own, in a frame. */
export async function typeCard(page: Page, number: string): Promise<void> {
  const form = page.frameLocator('iframe[title="Secure payment form"]');
  await form.getByLabel('Card number').fill(number);
  await form.getByLabel('Expiry date').fill('12 / 34');
  await form.getByLabel('Security code').fill('123');
}

export async function pressPay(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Pay / }).click();
}

/** Buys one piece as somebody without an account, and stays on the page of the paid order. */
export async function buyAsGuest(page: Page, productPath: string, email: string): Promise<void> {
  await putInCart(page, productPath);
  await page.goto('/cart');
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await typeAddress(page);
  await typeCard(page, CARDS.pays);
  await pressPay(page);
  await expectPaid(page);
}

/** The worker hears of a payment by webhook; the open page is told. */
export async function expectPaid(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/orders\//, { timeout: 20_000 });
  await expect(page.getByText('Thank you, it is paid')).toBeVisible({ timeout: 20_000 });
}
