import { formatMoney } from '@/lib/kernel/money';
import { siblingOffer } from '../support/goods';
import { expect, test } from '../support/journey';
import {
  CARDS,
  expectPaid,
  pressPay,
  productOfDemoSeller,
  putInCart,
  typeAddress,
  typeCard,
} from '../support/shopper';

test.use({ as: 'seller' });

test('a buyer cancels one of three, returns one later, exchanges the last, and sees every cent that goes back', async ({
  page,
  browser,
  ownerDb,
}) => {
  test.slow();
  const buyer = await browser.newPage();
  for (const _ of [1, 2, 3]) await putInCart(buyer, await productOfDemoSeller(ownerDb, 1));
  await buyer.goto('/checkout');
  await buyer.getByLabel('E-mail address').fill(`returns-${Date.now()}@people.example`);
  await typeAddress(buyer);
  await typeCard(buyer, CARDS.pays);
  await pressPay(buyer);
  await expectPaid(buyer);
  const number = new URL(buyer.url()).pathname.split('/').at(-1)!;
  const [line] = await ownerDb.execute<{ total: string; offer: string; price: string }>(
    `select line.total_minor as total, line.offer_id as offer, line.unit_price_minor as price from order_lines line join orders o on o.id = line.order_id where o.number = '${number}'`,
  );
  // What a line is divided into: the first piece has the odd cents.
  const total = Number(line!.total);
  const [first, second] = [Math.ceil(total / 3), Math.round(total / 3)];
  const euros = (minor: number) => formatMoney({ amountMinor: minor, currency: 'EUR' }, 'en');

  await buyer.getByText('Cancel some pieces').click();
  await buyer.getByRole('button', { name: 'One more' }).first().click();
  await buyer.getByRole('button', { name: 'Cancel these pieces' }).click();
  await expect(buyer.getByText('1 piece cancelled')).toBeVisible();
  await expect(buyer.getByText(`${euros(first)} was sent back to you.`)).toBeVisible({ timeout: 20_000 });

  await buyer.getByRole('link', { name: /^Write to / }).click();
  await buyer.getByLabel('Your message').fill('Can it come on Friday?');
  await buyer.getByRole('button', { name: 'Send' }).click();
  await expect(buyer.getByRole('list', { name: 'Messages' })).toContainText('Can it come on Friday?');
  await expect(buyer.getByLabel('Your message')).toHaveValue('');
  await page.goto('/seller/messages');
  await page.getByRole('link', { name: number }).click();
  await page.getByLabel('Your message').fill('It leaves today.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(buyer.getByText('It leaves today.')).toBeVisible({ timeout: 20_000 });
  await buyer.getByRole('link', { name: 'Back to the order' }).click();

  await page.goto('/seller/orders?queue=to_accept');
  await page.getByRole('link', { name: number }).first().click();
  await expect(page.getByText('1 piece cancelled')).toBeVisible();
  await page.getByRole('button', { name: 'Accept order' }).click();
  await page.getByRole('button', { name: 'Send this parcel' }).click();
  await page.getByRole('button', { name: 'It has arrived' }).click();
  await expect(buyer.getByRole('heading', { name: 'Everything has arrived' })).toBeVisible({
    timeout: 20_000,
  });

  await buyer.reload();
  // The browser has the order's link: its papers are for it, too.
  const [invoice] = await Promise.all([
    buyer.waitForEvent('download'),
    buyer.getByRole('link', { name: /^Invoice INV-/ }).click(),
  ]);
  expect(invoice.suggestedFilename()).toMatch(/^INV-\d{6}\.pdf$/);
  await buyer.getByText('Send something back').click();
  await buyer.getByRole('button', { name: 'One more' }).first().click();
  await buyer.getByLabel('Why').selectOption({ label: 'It does not work' });
  await buyer.getByLabel('What the seller should know').fill('It stays dark.');
  await buyer.getByRole('button', { name: 'Ask to send it back' }).click();
  await expect(buyer.getByText('Waiting for the seller')).toBeVisible();

  await page.goto('/seller/returns');
  await page.getByRole('link', { name: number }).click();
  await expect(page.getByText('It stays dark.')).toBeVisible();
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(buyer.getByText('Not handed in yet')).toBeVisible({ timeout: 20_000 });
  const [label] = await Promise.all([
    buyer.waitForEvent('download'),
    buyer.getByRole('link', { name: 'Download the label' }).click(),
  ]);
  expect(label.suggestedFilename()).toBe('return-label.pdf');
  await page.reload();
  await expect(page.getByText('The buyer has a prepaid label.')).toBeVisible();
  await page.getByRole('button', { name: 'It is back' }).click();
  await page.getByRole('button', { name: 'Send the money back' }).click();
  await expect(page.getByText('Refunded').first()).toBeVisible();

  await expect(async () => {
    await buyer.reload();
    await expect(buyer.getByText('was sent back to you.')).toHaveCount(2);
    await expect(buyer.getByRole('link', { name: /^Credit note CN-/ })).toBeVisible();
  }).toPass({ timeout: 20_000 });
  await expect(buyer.getByText('was sent back to you.').last()).toContainText(euros(second));
  await expect(buyer.getByText(euros(first + second)).first()).toBeVisible();

  await siblingOffer(ownerDb, line!.offer, { label: 'Another colour', priceMinor: Number(line!.price) });
  await buyer.reload();
  await buyer.getByText('Send something back').click();
  await buyer.getByRole('button', { name: 'One more' }).first().click();
  await buyer.getByLabel('Why').selectOption({ label: 'I changed my mind' });
  await buyer.getByLabel('What you want for it').selectOption({ index: 1 });
  await buyer.getByRole('button', { name: 'Ask to send it back' }).click();
  await expect(buyer.getByText('To be exchanged for Another colour')).toBeVisible();
  await page.goto('/seller/returns');
  await page.getByRole('link', { name: number }).first().click();
  await page.getByRole('button', { name: 'Accept the exchange' }).click();
  await page.getByRole('button', { name: 'It is back' }).click();
  await page.getByRole('button', { name: 'Exchange it' }).click();
  await expect(page.getByText('1 piece of Another colour')).toBeVisible();
  await page.getByRole('button', { name: 'Send this parcel' }).click();
  await expect(page.getByText('Exchanged for Another colour')).toBeVisible();
  await expect(buyer.getByText('The replacement for what you sent back')).toBeVisible({ timeout: 20_000 });
  await expect(buyer.getByText('was sent back to you.')).toHaveCount(2);
  await buyer.close();
});
