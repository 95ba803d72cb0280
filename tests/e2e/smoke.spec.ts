import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';

test('the shop opens, with products to look at and nothing wrong underneath @everywhere', async ({
  page,
}) => {
  const response = await page.goto('/');
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.locator('a[href^="/p/"]').first()).toBeVisible();
  await expectAccessible(page);
});

test('an address that leads nowhere says so, with status 404 and a way back', async ({ page }) => {
  for (const address of [
    '/no-such-page',
    '/p/no-such-product',
    '/c/no-such-department',
    '/s/no-such-seller',
  ]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
    await expect(page.getByRole('link', { name: /home/i }).first()).toBeVisible();
  }
});
