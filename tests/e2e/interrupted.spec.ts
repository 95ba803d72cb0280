import { sql } from 'drizzle-orm';
import type { Page } from '@playwright/test';
import type { Database } from '@/lib/platform/database';
import { expect, test } from '../support/journey';
import { signInCookie } from '../support/people';
import {
  CARDS,
  expectPaid,
  pressPay,
  productInStock,
  putInCart,
  typeAddress,
  typeCard,
} from '../support/shopper';

/** Ends every session of whoever is signed in here, as signing out everywhere on another device does. */
async function endSessionsOf(page: Page, ownerDb: Database): Promise<{ email: string }> {
  await page.goto('/account/profile');
  const email = await page.locator('dd').first().innerText();
  await ownerDb.execute(sql`update sessions set revoked_at = now()
    where user_id = (select id from users where email = ${email})`);
  return { email };
}

/** As in another tab. */
async function signInAgain(page: Page, ownerDb: Database, email: string): Promise<void> {
  const [name = '', ...value] = (await signInCookie(ownerDb, email)).split('=');
  await page
    .context()
    .addCookies([{ name, value: value.join('='), url: new URL('/', page.url()).href, sameSite: 'Lax' }]);
}

async function ordersTo(ownerDb: Database, email: string): Promise<{ placed: number; charged: number }> {
  const [row] = await ownerDb.execute<{ placed: number; charged: number }>(sql`
    select count(*)::int as placed, count(*) filter (where p.captured_minor > 0)::int as charged
    from orders o join payments p on p.order_id = o.id where o.email = ${email}`);
  return row!;
}

test.describe('somebody whose session ends while they type', () => {
  test.use({ as: 'newcomer' });

  test('is told so by the form, which keeps what was typed, and goes on once signed in again', async ({
    page,
    ownerDb,
  }) => {
    const { email } = await endSessionsOf(page, ownerDb);
    await page.getByLabel('Your name').fill('A Better Name');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('main').getByText('You are no longer signed in')).toBeVisible();
    await expect(page.getByLabel('Your name')).toHaveValue('A Better Name');

    await signInAgain(page, ownerDb, email);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(page.getByLabel('Your name')).toHaveValue('A Better Name');
  });

  test('places no order at checkout and loses nothing there; signed in again, it is placed and paid once', async ({
    page,
    ownerDb,
  }) => {
    await putInCart(page, await productInStock(ownerDb, 12));
    const other = await page.context().newPage();
    await page.goto('/checkout');
    await typeAddress(page);
    await typeCard(page, CARDS.pays);
    const { email } = await endSessionsOf(other, ownerDb);
    await pressPay(page);
    await expect(page.getByText('You are no longer signed in').first()).toBeVisible();
    await expect(page.getByLabel('Full name')).toHaveValue('Ada Buyer');
    expect(await ordersTo(ownerDb, email)).toEqual({ placed: 0, charged: 0 });

    await signInAgain(page, ownerDb, email);
    await pressPay(page);
    await expectPaid(page);
    expect(await ordersTo(ownerDb, email)).toEqual({ placed: 1, charged: 1 });
    await other.close();
  });
});

test.describe('two tabs', () => {
  test('what the other tab took out of the basket is said plainly, and not put back', async ({
    page,
    context,
    ownerDb,
  }) => {
    await putInCart(page, await productInStock(ownerDb, 13));
    await page.goto('/cart');
    const other = await context.newPage();
    await other.goto('/cart');
    await other
      .getByRole('button', { name: /^Remove / })
      .first()
      .click();
    await expect(other.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible();

    await page
      .getByRole('button', { name: /^One more of / })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible();
    await other.close();
  });

  test('what the other tab added is shown and agreed to before it is paid', async ({
    page,
    context,
    ownerDb,
  }) => {
    const email = `added-${Date.now()}@people.example`;
    await putInCart(page, await productInStock(ownerDb, 14));
    await page.goto('/checkout');
    await page.getByLabel('E-mail address').fill(email);
    await typeAddress(page);
    await typeCard(page, CARDS.pays);
    const other = await context.newPage();
    await putInCart(other, await productInStock(ownerDb, 15));

    await pressPay(page);
    await expect(page.getByText('Something changed while you were here')).toBeVisible();
    expect(await ordersTo(ownerDb, email)).toEqual({ placed: 0, charged: 0 });
    await pressPay(page);
    await expectPaid(page);
    expect(await ordersTo(ownerDb, email)).toEqual({ placed: 1, charged: 1 });
    await other.close();
  });
});

test('Back after paying leads to nothing that could be paid again', async ({ page, ownerDb }) => {
  const email = `back-${Date.now()}@people.example`;
  await putInCart(page, await productInStock(ownerDb, 16));
  await page.goto('/cart');
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await typeAddress(page);
  await typeCard(page, CARDS.pays);
  await pressPay(page);
  await expectPaid(page);

  // Twice: through the order the checkout had become, and to the basket before it.
  for (let step = 0; step < 2; step++) {
    await page.goBack();
    await expect(page.getByRole('main')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Pay / })).toHaveCount(0);
  }
  await page.goto('/cart');
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible();
  expect(await ordersTo(ownerDb, email)).toEqual({ placed: 1, charged: 1 });
});
