import { sql } from 'drizzle-orm';
import type { Page } from '@playwright/test';
import type { Database } from '@/lib/platform/database';
import { expect, test } from '../support/journey';
import {
  buyAsGuest,
  CARDS,
  expectPaid,
  pressPay,
  productInStock,
  putInCart,
  typeAddress,
  typeCard,
} from '../support/shopper';

const SOMEBODY = 'somebody@people.example';

/** At checkout with one thing, everything typed but the way to pay. Answers where the thing is sold. */
async function atCheckout(page: Page, ownerDb: Database, skip: number): Promise<string> {
  const product = await productInStock(ownerDb, skip);
  await putInCart(page, product);
  await page.goto('/checkout');
  await page.getByLabel('E-mail address').fill(SOMEBODY);
  await typeAddress(page);
  return product;
}

async function offersOf(ownerDb: Database, productPath: string): Promise<string[]> {
  const rows = await ownerDb.execute<{ id: string }>(sql`
    select o.id from offers o join variants v on v.id = o.variant_id join products p on p.id = v.product_id
    where p.slug = ${productPath.replace('/p/', '')}`);
  return rows.map(({ id }) => id);
}

async function ordersOf(ownerDb: Database, email: string): Promise<number> {
  const [row] = await ownerDb.execute<{ count: number }>(
    sql`select count(*)::int as count from orders where email = ${email}`,
  );
  return row!.count;
}

test('the bank asks who pays: refused, it charges nothing; confirmed, the order is paid', async ({
  page,
  ownerDb,
}) => {
  await atCheckout(page, ownerDb, 5);
  await typeCard(page, CARDS.asksFor3dSecure);
  await pressPay(page);
  const step = page.frameLocator('iframe[title="Confirm it is you"]');
  await step.getByRole('button', { name: 'Fail the check' }).click();
  await expect(page.getByText('Your bank could not confirm that it was you.')).toBeVisible();

  await pressPay(page);
  await step.getByRole('button', { name: 'Confirm payment' }).click();
  await expectPaid(page);
});

test('PayPal takes the buyer away and brings them back, paid or not', async ({ page, ownerDb }) => {
  await atCheckout(page, ownerDb, 6);
  const form = page.frameLocator('iframe[title="Secure payment form"]');
  await form.getByText('PayPal').first().click();
  await pressPay(page);
  await page.getByRole('button', { name: 'Cancel and go back' }).click();
  await expect(page.getByText('The payment was not made.')).toBeVisible({ timeout: 20_000 });

  await form.getByText('PayPal').first().click();
  await pressPay(page);
  await page.getByRole('button', { name: 'Approve and pay' }).click();
  await expectPaid(page);
  await expect(page).not.toHaveURL(/payment_intent/);
});

test('a price that changed is shown and agreed to before anything is placed', async ({ page, ownerDb }) => {
  const product = await atCheckout(page, ownerDb, 7);
  await typeCard(page, CARDS.pays);
  // The address is quoted once more when it is typed: after that, what is seen is what is agreed to.
  await page.waitForLoadState('networkidle');
  for (const offerId of await offersOf(ownerDb, product)) {
    await ownerDb.execute(
      sql`update offer_prices set price_minor = price_minor + 100, compare_at_minor = null where offer_id = ${offerId}`,
    );
  }
  await pressPay(page);
  await expect(page.getByText('Something changed while you were here')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(SOMEBODY);

  await pressPay(page);
  await expectPaid(page);
});

test('what sold out meanwhile is said in plain words, and nothing is placed', async ({ page, ownerDb }) => {
  const product = await atCheckout(page, ownerDb, 8);
  await typeCard(page, CARDS.pays);
  for (const offerId of await offersOf(ownerDb, product)) {
    await ownerDb.execute(sql`update stock set on_hand = reserved where offer_id = ${offerId}`);
  }
  await pressPay(page);
  await expect(page.getByText('This is sold out.').first()).toBeVisible();
  // By key: the browser may still give a click to the payment form's frame, which stood there a moment ago.
  await page.getByRole('link', { name: 'Go to the cart' }).press('Enter');
  await expect(page.getByText('is not available any more').first()).toBeVisible();
});

test('two presses, two tabs and Back after paying make one order', async ({ page, context, ownerDb }) => {
  const email = `two-tabs-${Date.now()}@people.example`;
  await atCheckout(page, ownerDb, 9);
  await page.getByLabel('E-mail address').fill(email);
  const other = await context.newPage();
  await other.goto('/checkout');
  await other.getByLabel('E-mail address').fill(email);
  await typeAddress(other);
  await typeCard(other, CARDS.pays);

  await typeCard(page, CARDS.pays);
  await page.getByRole('button', { name: /^Pay / }).dblclick();
  await expectPaid(page);
  await pressPay(other);
  await expect(other.getByText('There is nothing to check out')).toBeVisible();

  await page.goBack();
  await page.goto('/checkout');
  await expect(page.getByText('There is nothing to check out')).toBeVisible();
  expect(await ordersOf(ownerDb, email)).toBe(1);
});

test('a guest on another device gets back to the order by mail, and strangers learn nothing', async ({
  page,
  browser,
  ownerDb,
  mailbox,
}) => {
  const email = `elsewhere-${Date.now()}@people.example`;
  await buyAsGuest(page, await productInStock(ownerDb, 11), email);
  const { pathname, origin } = new URL(page.url());

  const elsewhere = await browser.newPage({ baseURL: origin });
  await elsewhere.goto(pathname);
  await expect(elsewhere.getByText('We cannot open this order here')).toBeVisible();
  await elsewhere.getByLabel('Order number').fill(pathname.split('/').at(-1)!.toLowerCase());
  await elsewhere.getByLabel('E-mail address').fill(email);
  await elsewhere.getByRole('button', { name: 'Send me the link' }).click();
  await expect(elsewhere.getByText('a link to it is on its way')).toBeVisible();

  const mail = await mailbox.expectMail(email, 'Your order');
  await elsewhere.goto(mailbox.linkIn(mail, `${origin}/orders/`));
  await expect(elsewhere.getByText('Thank you, it is paid')).toBeVisible();
  await expect(elsewhere).toHaveURL(new RegExp(`${pathname}$`));
  await elsewhere.close();
});
