import { sql } from 'drizzle-orm';
import type { Browser, Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from '../support/journey';
import type { Mailbox } from '../support/mailbox';
import { signedInPerson } from '../support/people';
import { fulfilOrder, payOut, setUpPayouts } from '../support/seller-desk';
import { buyAsGuest } from '../support/shopper';
import { windowOf } from '../support/windows';

// The narrowest phone people still sell from.
const PHONE = { width: 360, height: 740 };

test.use({ viewport: PHONE });

const picture = (name: string, background: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer()
    .then((buffer) => ({ name, mimeType: 'image/jpeg', buffer }));

/** Staff's yes, at their own desk. */
async function decide(page: Page, title: string, decision: 'Approve' | 'Publish'): Promise<void> {
  await page.goto('/admin');
  await page.getByRole('link', { name: title }).click();
  await page.getByLabel('Reason').last().fill('Looked at and found in order');
  await page.getByRole('button', { name: decision, exact: true }).click();
  await expect(page.getByText('Done and noted.')).toBeVisible();
}

async function saveStep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save and go on' }).click();
}

async function signUp(page: Page, mailbox: Mailbox, email: string): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Nora Newcomer');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('four quiet garden chairs');
  await page.getByRole('button', { name: 'Create account' }).click();
  const mail = await mailbox.expectMail(email, 'Confirm your e-mail address');
  await page.goto(mailbox.linkIn(mail, new URL('/', page.url()).href));
  await page.getByRole('button', { name: 'Confirm and sign in' }).click();
  await expect(page).not.toHaveURL(/verify/);
}

/** To the whole of the European Union, for what the form suggests. */
async function sayHowItSends(page: Page): Promise<void> {
  await page.goto('/seller/shipping');
  const zone = page.locator('form').filter({ hasText: 'Price' }).last();
  await zone.locator('summary', { hasText: 'European Union' }).click();
  await zone.getByLabel(/^All: .*European Union/).check();
  await zone.getByLabel('Price').first().fill('4,90');
  await zone.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('€4.90').first()).toBeVisible();
}

async function openShop(page: Page, admin: Page, shop: string): Promise<void> {
  await page.goto('/sell');
  await page.getByLabel('Name of the shop').fill(shop);
  await page.getByLabel('Your story').fill('We throw mugs in a yard behind the station.');
  await page.getByLabel('Town or city').fill('Leipzig');
  await page.getByLabel('Country parcels leave from').selectOption('DE');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('We have your application')).toBeVisible();
  await decide(admin, shop, 'Approve');
}

test('somebody signs up, opens a shop, describes a product with pictures, sells it and is paid out, all at 360 pixels', async ({
  page,
  browser,
  ownerDb,
  mailbox,
  baseURL,
}) => {
  test.slow();
  const mark = Date.now();
  const [shop, title] = [`Yard mugs ${mark}`, `Yard mug number ${mark}`];
  const staff = await signedInPerson(ownerDb, { staffRole: 'admin' });
  const admin = await windowOf(browser, staff, baseURL!);
  await signUp(page, mailbox, `yard-${mark}@people.example`);
  await openShop(page, admin, shop);
  await sayHowItSends(page);

  await page.goto(`/seller/offers/new?q=${encodeURIComponent('zzzz yard')}`);
  await page.getByRole('link', { name: 'Describe it yourself' }).click();
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByLabel('Type to find it').fill('mug');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('Description').fill('Thrown by hand, glazed twice, holds a third of a litre.');
  await saveStep(page);
  await expect(page).toHaveURL(/step=details/);
  await saveStep(page);
  await page.getByLabel('Values').first().fill('Sage, Sand');
  await page.getByLabel('They differ in').first().selectOption({ label: 'Colour' });
  await page.getByRole('button', { name: 'Make the variants' }).click();
  await expect(page.getByRole('heading', { name: 'Sand' })).toBeVisible();
  await saveStep(page);

  await page
    .getByLabel('Add pictures')
    .setInputFiles([
      await picture('front.jpg', '#7a9a7e'),
      { name: 'not-a-picture.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') },
      await picture('back.jpg', '#c9a26b'),
    ]);
  await expect(page.getByText('This is not a picture we can read.')).toBeVisible({ timeout: 30_000 });
  const tiles = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Remove' }) });
  await tiles.nth(1).getByRole('button', { name: 'Remove' }).click();
  await expect(tiles.getByRole('button', { name: 'Cut to a square' })).toHaveCount(2, { timeout: 30_000 });
  await tiles.nth(0).getByLabel('What it shows').fill('From the front');
  // By keys, as it is for who cannot drag.
  await tiles.nth(0).getByRole('button', { name: 'Move later' }).press('Enter');
  await expect(tiles.nth(1).getByLabel('What it shows')).toHaveValue('From the front');
  await expect(page.getByText('All saved')).toBeVisible();
  await page.getByRole('link', { name: 'Go on' }).click();

  await page.getByRole('button', { name: 'Send to review' }).click();
  await expect(page.getByText('We are looking at it')).toBeVisible();
  await page.getByRole('link', { name: 'Add an offer' }).click();
  await page.getByLabel('Price').nth(0).fill('24,00');
  await expect(page.getByText('You keep', { exact: true })).toBeVisible();
  await expect(page.getByText('Commission 12%, the market’s rate')).toBeVisible();
  await page.getByLabel('On hand').nth(0).fill('3');
  await page.getByRole('button', { name: 'Offer for sale' }).click();
  await expect(page.getByText('Your offer is saved.')).toBeVisible();

  await decide(admin, title, 'Publish');
  await expect.poll(() => seenByBuyer(browser, baseURL!, title), { timeout: 30_000 }).toBe(true);

  const buyer = await browser.newPage({ baseURL, viewport: PHONE });
  await buyAsGuest(buyer, addressOf(title), `of-the-yard-${mark}@people.example`);
  const number = new URL(buyer.url()).pathname.split('/').at(-1)!;
  await buyer.close();
  // Else the money waits for the days in which a buyer may say that something is wrong.
  await ownerDb.execute(sql`
    insert into payout_terms (seller_id, release_days) select id, 0 from sellers where name = ${shop}`);
  await fulfilOrder(page, number);
  await setUpPayouts(page);
  await payOut(page);
  await page.getByRole('table', { name: 'Payouts' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: /^Payout of / })).toBeVisible();
  // 24.00 and delivery for 4.90, less 12 % of the goods.
  await expect(page.getByRole('row').filter({ hasText: number })).toContainText('€26.02');
});

function addressOf(title: string): string {
  return `/p/${title.toLowerCase().replaceAll(' ', '-')}`;
}

/** Whether somebody who is nobody in particular sees it, with its price and both pictures. */
async function seenByBuyer(browser: Browser, origin: string, title: string): Promise<boolean> {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await page.goto(addressOf(title));
  const main = page.getByRole('main');
  const seen =
    (await main.getByRole('heading', { name: title }).count()) > 0 &&
    (await main.getByAltText('From the front').count()) > 0 &&
    (await main.innerText()).includes('24');
  await context.close();
  return seen;
}
