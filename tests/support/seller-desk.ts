import { expect, type Page } from '@playwright/test';

/** What anybody does at a seller's desk, in the words of the pages. */

/** Accepts an order, sends all of it in one parcel that no carrier follows, and says that it has arrived. */
export async function fulfilOrder(page: Page, number: string): Promise<void> {
  await page.goto('/seller/orders?queue=to_accept');
  await page.getByRole('link', { name: number }).first().click();
  await page.getByRole('button', { name: 'Accept order' }).click();
  await page.getByLabel('Carrier').fill('By bicycle');
  await page.getByRole('button', { name: 'Send this parcel' }).click();
  await page.getByRole('button', { name: 'It has arrived' }).click();
  await expect(page.getByText('Delivered').first()).toBeVisible();
}

/** Tells the payment provider, on its own pages, all that it wants to know of who is to be paid. */
export async function setUpPayouts(page: Page): Promise<void> {
  await page.goto('/seller/money');
  await page.getByRole('button', { name: 'Set up payouts' }).click();
  await page.getByRole('button', { name: 'Tell everything' }).click();
  await expect(page.getByText('Payouts are set up.')).toBeVisible();
}

/** What was released becomes available when the worker gets to it; asking takes along what is due by now. */
export async function payOut(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto('/seller/money');
    await page.getByRole('button', { name: 'Pay out now' }).click({ timeout: 2000 });
    await expect(page.getByRole('heading', { name: 'Payouts', exact: true })).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 100_000 });
}
