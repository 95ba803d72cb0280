import { sellers } from '@/db/schema/sellers';
import { eq } from 'drizzle-orm';
import { sellerMembers } from '@/db/schema/sellers';
import { newId, publicId } from '@/lib/kernel/ids';
import { inviteMember } from '@/lib/sellers';
import { offerForSale } from '../support/goods';
import { expect, test } from '../support/journey';
import { signedInPerson } from '../support/people';

test('somebody who works for two shops has a desk for each, and one at a time @everywhere', async ({
  page,
  context,
  ownerDb,
  baseURL,
}) => {
  const [north, south] = [
    await offerForSale(ownerDb, { onHand: 3 }),
    await offerForSale(ownerDb, { onHand: 2 }),
  ];
  await ownerDb.update(sellers).set({ name: 'North Lamps' }).where(eq(sellers.id, north.sellerId));
  await ownerDb.update(sellers).set({ name: 'South Cups' }).where(eq(sellers.id, south.sellerId));
  const person = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId: north.sellerId });
  await ownerDb
    .insert(sellerMembers)
    .values({ sellerId: south.sellerId, userId: person.userId, role: 'read_only' });
  const [name = '', ...value] = person.cookie.split('=');
  await context.addCookies([{ name, value: value.join('='), url: baseURL, sameSite: 'Lax' }]);

  await page.goto('/seller/offers');
  const choice = page.locator('summary', { hasText: 'North Lamps' });
  await expect(choice).toBeVisible();
  await expect(page.getByLabel('On hand')).toHaveValue('3');
  await choice.click();
  await page.getByRole('button', { name: 'South Cups' }).click();
  await expect(page).toHaveURL(/\/seller$/);
  await expect(page.locator('summary', { hasText: 'South Cups' })).toBeVisible();

  // Who may only look on sees figures, not fields.
  await page.goto('/seller/offers');
  await expect(page.getByText('2 pieces on hand')).toBeVisible();
  await expect(page.getByLabel('On hand')).toHaveCount(0);
  // The role is that of this shop: who owns the other one may still not see the money of this one.
  expect((await page.goto('/seller/money'))?.status()).toBe(404);

  // The cookie is only a wish: a shop of somebody else changes nothing.
  const foreign = await offerForSale(ownerDb, { onHand: 1 });
  const shop = publicId('sel', foreign.sellerId);
  await context.addCookies([{ name: 'souk_shop', value: shop, url: baseURL, sameSite: 'Lax' }]);
  await page.goto('/seller/offers');
  await expect(page.getByLabel('On hand')).toHaveValue('3');
});

test('who is invited by mail opens an account, and finds the desk of their role at once', async ({
  page,
  ownerDb,
  mailbox,
}) => {
  const { sellerId } = await offerForSale(ownerDb);
  const { userId } = await signedInPerson(ownerDb, { sellerRole: 'owner', sellerId });
  const email = `${newId()}@people.example`;
  await inviteMember(ownerDb, { sellerId, userId, email, role: 'orders', now: new Date() });
  const link = mailbox.linkIn(await mailbox.expectMail(email, 'invites you'), 'http');
  await page.goto(link.slice(link.indexOf('/join')));
  await page.getByLabel('Your name').fill('Grace');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Open the account and accept' }).click();
  await expect(page).toHaveURL(/\/seller$/);
  await expect(page.getByRole('link', { name: 'Orders' }).first()).toBeVisible();
  expect((await page.goto('/seller/money'))?.status()).toBe(404);
  expect((await page.goto(link.slice(link.indexOf('/join'))))?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This invitation does not work any more');
});
