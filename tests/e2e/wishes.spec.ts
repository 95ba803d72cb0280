import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey';
import { signedInPerson } from '../support/people';
import { productInStock } from '../support/shopper';

/** The product's own heart; cards beside it have theirs. */
function heart(page: Page) {
  return page
    .getByRole('main')
    .getByRole('button', { name: /^Save .*wishlist/i })
    .first();
}

async function wishFor(page: Page, product: string): Promise<string> {
  await page.goto(product);
  await expect(heart(page)).toHaveAttribute('aria-pressed', 'false');
  // Who is there is asked after the page has come.
  await page.waitForLoadState('networkidle');
  await heart(page).click();
  await expect(heart(page)).toHaveAttribute('aria-pressed', 'true');
  return page.getByRole('heading', { level: 1 }).innerText();
}

test('a guest wishes without an account, and the wishes are in the account they sign in to', async ({
  page,
  context,
  ownerDb,
}) => {
  const [first, second] = [await productInStock(ownerDb, 21), await productInStock(ownerDb, 22)];
  await page.goto('/wishlist');
  await expect(page.getByText('Nothing saved yet')).toBeVisible();
  const firstTitle = await wishFor(page, first);
  const secondTitle = await wishFor(page, second);

  await page.goto('/wishlist');
  const cards = page.getByRole('main').getByRole('article');
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toContainText(secondTitle);
  await page.reload();
  await cards.filter({ hasText: secondTitle }).getByRole('button').click();
  await page.reload();
  await expect(cards).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Sign in' }).last()).toBeVisible();

  const [name = '', ...value] = (await signedInPerson(ownerDb)).cookie.split('=');
  await context.addCookies([
    { name, value: value.join('='), url: new URL('/', page.url()).href, sameSite: 'Lax' },
  ]);
  await page.goto('/wishlist');
  await expect(cards).toHaveCount(1);
  await expect(cards.first()).toContainText(firstTitle);
  expect(await page.evaluate(() => localStorage.getItem('wishlist'))).toBeNull();
});

test('what somebody wrote into the place where wishes are kept is not believed', async ({
  page,
  ownerDb,
}) => {
  const product = await productInStock(ownerDb, 23);
  await page.goto(product);
  for (const rubbish of ['{', '"prd_x"', '[1,null,{"a":1},"prd_x","../../etc"]', `["${'x'.repeat(5000)}"]`]) {
    await page.evaluate((kept) => localStorage.setItem('wishlist', kept), rubbish);
    await page.goto('/wishlist');
    await expect(page.getByText('Nothing saved yet')).toBeVisible();
  }
});
