import { eq } from 'drizzle-orm';
import type { Page } from '@playwright/test';
import { products } from '@/db/schema/catalog';
import { publicId } from '@/lib/kernel/ids';
import { offerForSale } from '../support/goods';
import { expect, test } from '../support/journey';
import { signedInPerson } from '../support/people';
import { windowOf } from '../support/windows';
import { buyAsGuest, productInStock } from '../support/shopper';

test.use({ as: 'admin' });

const REASON = 'Looked at and found in order';

async function decide(page: Page, decision: string): Promise<void> {
  await page.getByLabel('Reason').last().fill(REASON);
  await page.getByRole('button', { name: decision, exact: true }).click();
  await expect(page.getByText('Done and noted.')).toBeVisible();
  await expect(page.getByRole('main').getByText(REASON).first()).toBeVisible();
}

async function find(page: Page, text: string): Promise<void> {
  await page.goto('/admin/find');
  await page.getByLabel('Order number, e-mail, name, shop, product or GTIN').fill(text);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
}

test('an application to sell is made, waits in the queue, and opens a desk once it is approved', async ({
  page,
  browser,
  ownerDb,
  baseURL,
}) => {
  const name = `Lamps of ${Date.now()}`;
  const applicant = await windowOf(browser, await signedInPerson(ownerDb), baseURL!);
  await applicant.goto('/sell');
  await applicant.getByRole('button', { name: 'Apply' }).click();
  await expect(applicant.getByText('Please fill this in.').first()).toBeVisible();
  await applicant.getByLabel('Name of the shop').fill(name);
  await applicant.getByLabel('Your story').fill('We make lamps out of what others throw away.');
  await applicant.getByLabel('Town or city').fill('Lisbon');
  await applicant.getByLabel('Country parcels leave from').selectOption('PT');
  await applicant.getByRole('button', { name: 'Apply' }).click();
  await expect(applicant.getByText('We have your application')).toBeVisible();
  expect((await applicant.goto('/seller'))?.status()).toBe(404);

  await page.goto('/admin');
  await page.getByRole('link', { name }).click();
  await decide(page, 'Approve');
  await expect(page.getByText('Approved').first()).toBeVisible();

  await applicant.goto('/seller');
  await expect(applicant.getByRole('heading', { name: 'Today' })).toBeVisible();
  await applicant.goto('/sell');
  await expect(applicant.getByText(`${name} is open`)).toBeVisible();
  await applicant.context().close();
});

test('a product is held back, published and taken off sale, and buyers see each of it', async ({
  page,
  ownerDb,
}) => {
  // Fewer than journeys that buy look for.
  const { productId } = await offerForSale(ownerDb, { onHand: 3 });
  await ownerDb.update(products).set({ status: 'in_review' }).where(eq(products.id, productId));
  const statusForBuyers = async () => (await page.request.get(`/p/${productId}`)).status();
  expect(await statusForBuyers()).toBe(404);

  await page.goto('/admin');
  await page.locator(`a[href$="/admin/products/${publicId('prd', productId)}"]`).click();
  await decide(page, 'Decline');
  expect(await statusForBuyers()).toBe(404);
  await page.reload();
  await decide(page, 'Publish');
  await expect.poll(statusForBuyers).toBe(200);
  await page.reload();
  await decide(page, 'Take off sale');
  await expect.poll(statusForBuyers).toBe(404);
});

test('a role is granted and taken away, with its reason, and counts from the next click on', async ({
  page,
  browser,
  ownerDb,
  baseURL,
}) => {
  const person = await signedInPerson(ownerDb);
  const colleague = await windowOf(browser, person, baseURL!);
  expect((await colleague.goto('/admin'))?.status()).toBe(404);

  await find(page, person.email);
  await page.getByRole('link', { name: /Somebody/ }).click();
  await page.getByLabel('Role').selectOption({ label: 'Support' });
  const grant = page.getByRole('button', { name: 'Grant role' });
  await page.locator('form').filter({ has: grant }).getByLabel('Reason').fill(REASON);
  await grant.click();
  await expect(page.getByRole('main').getByText(REASON).first()).toBeVisible();
  expect((await colleague.goto('/admin'))?.status()).toBe(200);

  await page.reload();
  await decide(page, 'Revoke Support');
  expect((await colleague.goto('/admin'))?.status()).toBe(404);
  await colleague.context().close();
});

test('an order, its product and its people are found, and tell their story', async ({
  page,
  browser,
  ownerDb,
  baseURL,
}) => {
  const email = `found-${Date.now()}@people.example`;
  const guest = await browser.newPage({ baseURL });
  await buyAsGuest(guest, await productInStock(ownerDb, 20), email);
  const number = new URL(guest.url()).pathname.split('/').at(-1)!;
  await guest.close();

  await find(page, number.toLowerCase());
  await page.getByRole('link', { name: number }).click();
  await expect(page.getByRole('heading', { name: `Order ${number}` })).toBeVisible();
  await expect(page.getByText(email).first()).toBeVisible();
  await expect(page.getByText(/^Captured /)).toBeVisible();
  await expect(page.getByText('Order placed')).toBeVisible();

  await page.locator('main a[href^="/admin/products/"]').first().click();
  await expect(page.getByRole('link', { name: 'Product page' })).toBeVisible();
  await find(page, 'no such thing anywhere');
  await expect(page.getByText('Nothing found')).toBeVisible();
});
