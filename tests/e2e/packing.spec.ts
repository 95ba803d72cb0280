import type { Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import type { Database } from '@/lib/platform/database';
import { expect, test } from '../support/journey';
import { underServiceWorker } from '../support/service-worker';
import { buyAsGuest, productOfDemoSeller, putInCart } from '../support/shopper';

test.use({ as: 'seller' });

type Line = { readonly sku: string; readonly packed: number };

async function linesOf(db: Database, number: string): Promise<readonly Line[]> {
  return db.execute<Line>(sql`
    select line.seller_sku as sku, line.packed_quantity as packed
    from order_lines line join orders on orders.id = line.order_id where number = ${number} order by position`);
}

async function timesPacked(db: Database, number: string): Promise<number> {
  const rows = await db.execute(sql`
    select 1 from order_history h join orders on orders.id = h.order_id
    where number = ${number} and event = 'seller_order.packed'`);
  return rows.length;
}

async function scan(page: Page, code: string): Promise<void> {
  const field = page.getByLabel('GTIN or SKU');
  await field.fill(code);
  await field.press('Enter');
}

test('a box is packed without a signal, and the shop takes it over once there is one, once', async ({
  page,
  context,
  browser,
  ownerDb,
}) => {
  test.slow();
  const guest = await browser.newPage();
  await putInCart(guest, await productOfDemoSeller(ownerDb, 2));
  await buyAsGuest(guest, await productOfDemoSeller(ownerDb, 3), `packing-${Date.now()}@people.example`);
  const number = new URL(guest.url()).pathname.split('/').at(-1)!;
  await guest.close();
  const [first, second] = await linesOf(ownerDb, number);

  await page.goto('/');
  await underServiceWorker(page);
  await page.goto('/seller/orders?queue=to_accept');
  await page.getByRole('link', { name: number }).first().click();
  await page.getByRole('button', { name: 'Accept order' }).click();
  await page.getByRole('link', { name: 'Pack by scanning' }).click();
  await expect(page.getByRole('heading', { name: `Order ${number}` })).toBeVisible();

  await context.setOffline(true);
  await expect(page.getByText('No signal. Go on packing')).toBeVisible();
  await scan(page, 'no such label');
  await expect(page.getByText(`Nothing in order ${number} has this label.`)).toBeVisible();
  await scan(page, first!.sku.toLowerCase());
  await expect(page.getByText('1 of 2 in the box')).toBeVisible();
  await scan(page, first!.sku);
  await expect(page.getByText('One too many')).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 of 2 in the box')).toBeVisible();
  await scan(page, second!.sku);
  await expect(page.getByText(`Order ${number} is packed.`)).toBeVisible();
  await expect(page.getByText(`Kept here until the shop can be told: ${number}.`)).toBeVisible();
  await page.reload();
  await expect(page.getByText(`Kept here until the shop can be told: ${number}.`)).toBeVisible();
  expect(await timesPacked(ownerDb, number)).toBe(0);

  await context.setOffline(false);
  await expect(page.getByText('Kept here until')).toBeHidden();
  await expect
    .poll(() => linesOf(ownerDb, number))
    .toEqual([
      { ...first, packed: 1 },
      { ...second, packed: 1 },
    ]);
  expect(await timesPacked(ownerDb, number)).toBe(1);

  await page.goto(`/seller/orders?queue=to_ship`);
  await page.getByRole('link', { name: number }).first().click();
  await expect(page.getByText('2 pieces packed')).toBeVisible();
  await page.getByRole('button', { name: 'Unpack' }).click();
  await expect(page.getByRole('link', { name: 'Pack by scanning' })).toBeVisible();
});
