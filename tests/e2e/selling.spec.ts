import { expect, test } from '../support/journey';

test.use({ as: 'seller' });

test('a seller accepts an order, sends it with a tracking number and sees it delivered @everywhere', async ({
  page,
}) => {
  await page.goto('/seller/orders?status=to_accept');
  await page.locator('main a[href^="/seller/orders/slo_"]').first().click();
  await page.getByRole('button', { name: 'Accept order' }).click();

  await page.getByLabel('Carrier').fill('DHL');
  await page.getByLabel('Tracking number').fill('00340434161094042557');
  await page.getByRole('button', { name: 'Mark as shipped' }).click();

  await page.getByRole('button', { name: 'Mark as delivered' }).click();
  await expect(page.getByRole('button', { name: 'Mark as delivered' })).toBeHidden();
  await expect(page.getByRole('main').getByText('Delivered').first()).toBeVisible();
});
