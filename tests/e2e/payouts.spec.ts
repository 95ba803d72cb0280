import { sql } from 'drizzle-orm';
import { expect, test } from '../support/journey';
import { signInCookie } from '../support/people';
import { buyAsGuest, productOfDemoSeller } from '../support/shopper';

test.use({ as: 'seller' });

test('the money of a delivered order is released and paid out, and statement and books show the same cents @desktop', async ({
  page,
  browser,
  baseURL,
  ownerDb,
}) => {
  test.slow();
  const [seller] = await ownerDb.execute<{ id: string }>(sql`
    select m.seller_id as id from seller_members m join users u on u.id = m.user_id
    where u.email = 'seller@souk.example'`);
  const sellerId = seller!.id;
  await ownerDb.execute(sql`
    insert into payout_terms (seller_id, release_days) values (${sellerId}, 0)
    on conflict (seller_id) do update set release_days = 0`);

  const guest = await browser.newPage();
  await buyAsGuest(guest, await productOfDemoSeller(ownerDb, 1), `paid-out-${Date.now()}@people.example`);
  const number = new URL(guest.url()).pathname.split('/').at(-1)!;
  await guest.close();

  await page.goto('/seller/orders?status=to_accept');
  await page.getByRole('link', { name: number }).first().click();
  await page.getByRole('button', { name: 'Accept order' }).click();
  await page.getByLabel('Carrier').fill('By bicycle');
  await page.getByRole('button', { name: 'Send this parcel' }).click();
  await page.getByRole('button', { name: 'It has arrived' }).click();
  await expect(page.getByText('Delivered').first()).toBeVisible();

  await page.goto('/seller/money');
  await page.getByRole('button', { name: 'Set up payouts' }).click();
  await page.getByRole('button', { name: 'Tell everything' }).click();
  await expect(page.getByText('Payouts are set up.')).toBeVisible();

  // The release is scheduled by the worker, a moment after the delivery.
  await expect(async () => {
    const [release] = await ownerDb.execute<{ number: string }>(sql`
      select o.number from releases r join orders o on o.id = r.order_id where o.number = ${number}`);
    expect(release?.number).toBe(number);
  }).toPass({ timeout: 20_000 });
  // What was released before is available; asking takes along what is due by now.
  await expect(async () => {
    await page.goto('/seller/money');
    await page.getByRole('button', { name: 'Pay out now' }).click({ timeout: 2000 });
    await expect(page.getByRole('heading', { name: 'Payouts', exact: true })).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 100_000 });

  await page.getByRole('table', { name: 'Payouts' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: /^Payout of / })).toBeVisible();
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  const [payout] = await ownerDb.execute<{ id: string; amount: string; lines: string }>(sql`
    select payout.id, payout.amount_minor as amount, (
      select -sum(posting.amount_minor) from payout_postings paid
      join ledger_postings posting on posting.id = paid.posting_id
      join ledger_entries entry on entry.id = posting.entry_id
      where paid.payout_id = payout.id and entry.kind <> 'payout') as lines
    from payouts payout where payout.seller_id = ${sellerId} order by payout.requested_at desc limit 1`);
  expect(payout!.lines).toBe(payout!.amount);
  for (const format of ['CSV', 'PDF']) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: format }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^pyt_.*\.(csv|pdf)$/);
  }

  await expect(async () => {
    const [sent] = await ownerDb.execute<{ status: string }>(
      sql`select status from payouts where id = ${payout!.id}`,
    );
    expect(sent?.status).toBe('transferred');
  }).toPass({ timeout: 20_000 });

  const desk = await browser.newContext({ baseURL });
  const [name = '', ...value] = (await signInCookie(ownerDb, 'admin@souk.example')).split('=');
  await desk.addCookies([{ name, value: value.join('='), url: baseURL!, httpOnly: true, sameSite: 'Lax' }]);
  const admin = await desk.newPage();
  await admin.goto('/admin/money');
  await admin.getByRole('button', { name: 'Prove now' }).click();
  await expect(admin.getByText(/checks hold\./)).toBeVisible({ timeout: 20_000 });
  const transfers = admin
    .getByRole('table', { name: 'Ledger against provider' })
    .getByRole('row', { name: /Transfers to sellers/ });
  await expect(transfers).toContainText('€0.00');
  await desk.close();
});
