import { pushParcel, upsNumber } from '../support/carrier';
import { expect, test } from '../support/journey';
import { buyAsGuest, productOfDemoSeller, putInCart } from '../support/shopper';

test.use({ as: 'seller' });

test('an order leaves in two parcels, and its buyer sees live where each one is @everywhere', async ({
  page,
  browser,
  ownerDb,
}) => {
  test.slow();
  const run = Date.now();
  const trackingNumber = upsNumber(run);
  const guest = await browser.newPage();
  await putInCart(guest, await productOfDemoSeller(ownerDb, 1));
  await buyAsGuest(guest, await productOfDemoSeller(ownerDb, 2), `guest-${run}@people.example`);
  const number = new URL(guest.url()).pathname.split('/').at(-1)!;
  await guest.evaluate(() => document.body.setAttribute('data-stayed', 'yes'));

  await page.goto('/seller/orders?queue=to_accept');
  await page.getByRole('link', { name: number }).first().click();
  await page.getByRole('button', { name: 'Accept order' }).click();

  // The first line stays. Nobody can be asked about such a number: its seller has to say when it has arrived.
  await page
    .getByRole('group', { name: 'What is in it' })
    .getByLabel(/^Pieces of /)
    .first()
    .fill('0');
  await page.getByLabel('Tracking number').fill(`BOB ${run}`);
  await page.getByRole('button', { name: 'Send this parcel' }).click();
  await expect(page.getByText('Partly shipped').first()).toBeVisible();
  await expect(page.getByText('nobody tells us where this parcel is')).toBeVisible();
  await expect(guest.getByText('The rest is still being packed.')).toBeVisible();

  // The rest goes under a number that names its carrier, which then tells where it is.
  await page.getByLabel('Tracking number').fill(trackingNumber);
  await page.getByRole('button', { name: 'Send this parcel' }).click();
  await expect(page.getByText(`UPS ${trackingNumber}`)).toBeVisible();
  await expect(guest.getByRole('heading', { name: 'Parcel 2 of 2' })).toBeVisible();

  await expect(async () => pushParcel(trackingNumber, 'forward')).toPass();
  await expect(guest.getByText('Handed in by the sender')).toBeVisible();
  await pushParcel(trackingNumber, 'lose');
  await expect(guest.getByText('The carrier cannot find this parcel.')).toBeVisible();
  await pushParcel(trackingNumber, 'forward', 'forward', 'forward');
  await expect(guest.getByText('Handed over at the door')).toBeVisible();
  await expect(guest.getByRole('heading', { name: 'Everything has arrived' })).toBeHidden();

  await page.getByRole('button', { name: 'It has arrived' }).click();
  await expect(guest.getByRole('heading', { name: 'Everything has arrived' })).toBeVisible();
  await expect(guest.locator('body')).toHaveAttribute('data-stayed', 'yes');
  await guest.close();
});
