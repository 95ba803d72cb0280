import { expect, test } from '../support/journey';
import { productInStock, putInCart } from '../support/shopper';

test('an account is opened, confirmed by mail, and the basket of before is in it', async ({
  page,
  ownerDb,
  mailbox,
}) => {
  const email = `newcomer-${Date.now()}@people.example`;
  await putInCart(page, await productInStock(ownerDb, 4));

  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Nora Newcomer');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('four quiet garden chairs');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Check your mail')).toBeVisible();

  const mail = await mailbox.expectMail(email, 'Confirm your e-mail address');
  await page.goto(mailbox.linkIn(mail, new URL('/', page.url()).href));
  await page.getByRole('button', { name: 'Confirm and sign in' }).click();
  await expect(page).not.toHaveURL(/verify/);

  await page.goto('/cart');
  await expect(page.getByRole('link', { name: 'Go to checkout' })).toBeVisible();
});

test('a wrong password is refused in words that tell nobody whether there is an account', async ({
  page,
}) => {
  const refusals = [];
  for (const email of ['buyer@souk.example', 'nobody@people.example']) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const alert = page.getByRole('main').getByRole('alert').first();
    await expect(alert).not.toBeEmpty();
    refusals.push(await alert.innerText());
  }
  expect(refusals[0]).toBe(refusals[1]);
});

test('pages of somebody send a stranger to sign in, and back', async ({ page }) => {
  await page.goto('/account/addresses');
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
});

test.describe('the wrong person', () => {
  test.use({ as: 'buyer' });

  test('finds nothing where sellers and operators work', async ({ page }) => {
    // The status is 200: Next has sent the (empty) shell of a page without parameters before anybody is asked.
    for (const address of ['/admin', '/admin/find', '/seller']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
      await expect(page.getByRole('navigation')).toHaveCount(0);
    }
  });
});
