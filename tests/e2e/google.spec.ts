import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey';
import { buyAsGuest, productInStock } from '../support/shopper';

/** To the provider's page, where one of its people is chosen; answers that person's address. */
async function addressOf(page: Page, person: 'gina' | 'uma'): Promise<string> {
  await page.goto('/sign-in?returnTo=%2Forders');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  const address = page.getByText(new RegExp(`^${person}-\\d+@people\\.example$`)).first();
  await expect(address).toBeVisible();
  return address.innerText();
}

async function choose(page: Page, address: string): Promise<void> {
  await page.getByRole('button', { name: address }).click();
}

test('signing in with Google opens an account and gives it what was ordered under its address', async ({
  page,
  browser,
  baseURL,
  ownerDb,
}) => {
  const address = await addressOf(page, 'gina');
  const guest = await browser.newPage({ baseURL });
  await buyAsGuest(guest, await productInStock(ownerDb, 24), address);
  const number = new URL(guest.url()).pathname.split('/').at(-1)!;
  await guest.close();

  await choose(page, address);
  await expect(page).toHaveURL(/\/orders$/);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(number).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await page.goto('/account/security');
  await expect(page.getByText('Connected. You can sign in with Google.')).toBeVisible();
});

test('an address that Google does not vouch for opens nothing, and that is said', async ({ page }) => {
  await choose(page, await addressOf(page, 'uma'));
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText('Google has not confirmed this e-mail address')).toBeVisible();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
});
