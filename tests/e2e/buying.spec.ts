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

test('a guest finds something, buys it without an account and follows the order from the receipt', async ({
  page,
  browser,
  ownerDb,
  mailbox,
}) => {
  const email = `guest-${Date.now()}@people.example`;
  await page.goto('/');
  await page.locator('main a[href^="/p/"]').first().click();
  await expect(page).toHaveURL(/\/p\//);

  await buyAsGuest(page, await productInStock(ownerDb), email);

  const receipt = await mailbox.expectMail(email, 'order');
  const elsewhere = await browser.newPage();
  await elsewhere.goto(mailbox.linkIn(receipt, new URL('/', page.url()).href));
  await expect(elsewhere.getByText('Thank you, it is paid')).toBeVisible();
  await elsewhere.close();
});

test('a declined card charges nothing, and the same order is paid with another', async ({
  page,
  ownerDb,
}) => {
  await putInCart(page, await productInStock(ownerDb, 1));
  await page.goto('/checkout');
  await page.getByLabel('E-mail address').fill(`declined-${Date.now()}@people.example`);
  await typeAddress(page);
  await typeCard(page, CARDS.declined);
  await pressPay(page);
  await expect(page.getByText('Your bank declined the card')).toBeVisible();

  await typeCard(page, CARDS.pays);
  await pressPay(page);
  await expectPaid(page);
});

test('checkout says beside each field what is missing, and keeps what was typed', async ({
  page,
  ownerDb,
}) => {
  await putInCart(page, await productInStock(ownerDb, 2));
  await page.goto('/checkout');
  await page.getByLabel('E-mail address').fill('not an address');
  await pressPay(page);
  await expect(page.getByText('This does not look like an e-mail address.')).toBeVisible();
  await expect(page.getByText('Please fill this in.').first()).toBeVisible();

  await page.reload();
  await expect(page.getByLabel('E-mail address')).toHaveValue('not an address');
});

test.describe('somebody with an account', () => {
  test.use({ as: 'newcomer' });

  test('cancels an order before it is sent, and the money goes back', async ({ page, ownerDb }) => {
    await putInCart(page, await productInStock(ownerDb, 3));
    await page.goto('/checkout');
    await typeAddress(page);
    await typeCard(page, CARDS.pays);
    await pressPay(page);
    await expectPaid(page);

    await page.getByText('Cancel the order').first().click();
    await page.getByRole('button', { name: 'Cancel the order' }).click();
    await expect(page.getByText('This order is cancelled')).toBeVisible({ timeout: 20_000 });
    await page.goto('/orders');
    await expect(page.getByText('Cancelled').first()).toBeVisible();
  });
});
