import { expect, test } from '../support/journey';
import { buyAsGuest, productOfDemoSeller } from '../support/shopper';

test.use({ as: 'seller' });

test('what a guest buys is accepted, sent and delivered by its seller, and the guest sees it @everywhere', async ({
  page,
  browser,
  ownerDb,
}) => {
  test.slow();
  const guest = await browser.newPage();
  await buyAsGuest(guest, await productOfDemoSeller(ownerDb), `guest-${Date.now()}@people.example`);
  const number = new URL(guest.url()).pathname.split('/').at(-1)!;

  await page.goto('/seller/orders?status=to_accept');
  await page.getByRole('link', { name: number }).first().click();
  await page.getByRole('button', { name: 'Accept order' }).click();
  await page.getByLabel('Carrier').fill('Bike Bob');
  await page.getByLabel('Tracking number').fill('BOB-7');
  await page.getByRole('button', { name: 'Send this parcel' }).click();
  await expect(page.getByRole('button', { name: 'It has arrived' })).toBeVisible();
  await expect(guest.getByRole('heading', { name: 'On its way' }).first()).toBeVisible();

  await page.getByRole('button', { name: 'It has arrived' }).click();
  await expect(guest.getByRole('heading', { name: 'Everything has arrived' })).toBeVisible();
  await guest.close();
});
