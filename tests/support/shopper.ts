import { sql } from 'drizzle-orm';
import type { Database } from '@/lib/platform/database';
import { expect, type Page } from '@playwright/test';

/** What anybody does on the way to an order, in the words of the pages. */

export const CARDS = {
  pays: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  asksFor3dSecure: '4000 0000 0000 3220',
} as const;

/** Addresses of products that have plenty in stock; `skip` gives parallel journeys their own. */
export async function productInStock(ownerDb: Database, skip = 0): Promise<string> {
  const rows = await ownerDb.execute<{ slug: string }>(sql`
    select p.slug from products p
      join variants v on v.product_id = p.id and not v.retired
      join offers o on o.variant_id = v.id and o.status = 'active'
      join offer_prices op on op.offer_id = o.id
      join stock s on s.offer_id = o.id
    where p.status = 'live'
    group by p.slug having min(s.on_hand - s.reserved) > 10
    order by p.slug offset ${skip} limit 1`);
  const slug = rows[0]?.slug;
  if (!slug) throw new Error('The demo shop has no product with enough in stock');
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
