import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey';
import { underServiceWorker } from '../support/service-worker';
import { productInStock } from '../support/shopper';

/** The product's own picture, drawn: not a frame where one should be. */
async function expectPictureDrawn(page: Page): Promise<void> {
  const picture = page.getByRole('main').locator('img').first();
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => (image.complete ? image.naturalWidth : 0)))
    .toBeGreaterThan(0);
}

test('without a network the shop shows what was looked at, says where it stands, and comes back by itself', async ({
  page,
  context,
  ownerDb,
}) => {
  const visited = await productInStock(ownerDb, 17);
  await page.goto('/');
  await underServiceWorker(page);
  await page.goto(visited);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await expectPictureDrawn(page);

  await context.setOffline(true);
  await page.goto(visited);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expectPictureDrawn(page);
  await page.goto('/');
  await expect(page.locator('main a[href^="/p/"]').first()).toBeVisible();

  const unvisited = await productInStock(ownerDb, 18);
  for (const address of [unvisited, '/cart', '/orders']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  }

  await context.setOffline(false);
  await page.goto(unvisited);
  await expect(page.getByRole('button', { name: 'Add to cart' }).first()).toBeVisible();
});

test('the button of the offline page asks for the very page again', async ({ page, context, ownerDb }) => {
  await page.goto('/');
  await underServiceWorker(page);
  const wanted = await productInStock(ownerDb, 19);
  await context.setOffline(true);
  await page.goto(wanted);
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect(retry).toBeVisible();

  await context.setOffline(false);
  await retry.click();
  await expect(page.getByRole('button', { name: 'Add to cart' }).first()).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${wanted}\\??$`));
});
