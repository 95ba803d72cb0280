import { sql } from 'drizzle-orm';
import { publicId } from '@/lib/kernel/ids';
import { expect, test } from '../support/journey';
import { buyAsGuest, productOfDemoSeller, putInCart } from '../support/shopper';

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

  await page.goto('/seller/orders?queue=to_accept');
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

test('a code that a seller starts takes its share off until the seller ends it', async ({
  page,
  browser,
  ownerDb,
}) => {
  const code = `SHELF${Date.now() % 1_000_000}`;
  await page.goto('/seller/promotions');
  await page.getByRole('link', { name: /^A share off/ }).click();
  await page.getByLabel('Name').fill('Shelf clearing');
  await page.getByLabel('Share off').fill('12,5');
  await page.getByLabel('Code').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Start it' }).click();
  await expect(page.getByText('Running')).toBeVisible();

  const guest = await browser.newPage();
  await putInCart(guest, await productOfDemoSeller(ownerDb));
  await guest.goto('/cart');
  await guest.getByText('Add a promo code').click();
  await guest.getByLabel('Promo code').fill(code);
  await guest.getByRole('button', { name: 'Apply' }).click();
  await expect(guest.getByText(`${code} is applied: you save`)).toBeVisible();

  await page.getByRole('button', { name: 'End for good' }).click();
  await expect(page.getByText('Ended', { exact: true })).toBeVisible();
  await guest.reload();
  await expect(guest.getByText('This code has expired.')).toBeVisible();
  await guest.close();
});

test('offers are changed by a sheet, after it was shown what would change, and taken back', async ({
  page,
  ownerDb,
}) => {
  const [offer] = await ownerDb.execute<{ id: string }>(sql`
    select o.id from offers o join seller_members m on m.seller_id = o.seller_id join users u on u.id = m.user_id
    where u.email = 'seller@souk.example' order by o.id desc limit 1`);
  const offerId = publicId('off', offer!.id);
  await page.goto('/seller/offers/bulk');
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'offers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`offer_id,on_hand\n${offerId},7777\noff_wrong,1\n`),
  });
  await expect(page.getByText('Row 2: You have no such offer, and there is no barcode')).toBeVisible({
    timeout: 20_000,
  });
  await page.getByRole('button', { name: 'Do it: 1 offer' }).click();
  await page.getByRole('button', { name: 'Take everything back' }).click({ timeout: 20_000 });
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible({ timeout: 20_000 });
  await page.goto('/seller/offers/bulk');
  await expect(page.getByRole('link', { name: 'offers.csv' }).first()).toBeVisible();
});
