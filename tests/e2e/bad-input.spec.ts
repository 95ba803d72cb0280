import { sql } from 'drizzle-orm';
import type { APIResponse, Page } from '@playwright/test';
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

/** Signs of the inside that no answer may show. */
const INSIDES = /node_modules|\n\s+at \S+ \(|PostgresError|ECONNREFUSED|invalid byte sequence/i;

/** Refused as the asker's mistake, in one sentence a person can read. */
async function expectPlainRefusal(answer: APIResponse, status: number, error: string): Promise<void> {
  const text = await answer.text();
  expect(answer.status(), `${answer.url().slice(0, 120)}: ${text.slice(0, 200)}`).toBe(status);
  expect(text).not.toMatch(INSIDES);
  const { error: code, message } = JSON.parse(text) as { error: string; message: string };
  expect(code).toBe(error);
  expect(message).toMatch(/^[A-Z][^<>{}]+[.?!]$/);
}

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

test.describe('an address', () => {
  const NOWHERE = [
    '/p/no-such-product',
    `/p/${'x'.repeat(3000)}`,
    "/p/'; drop table products; --",
    '/p/..%2f..%2fetc%2fpasswd',
    '/p/nul%00',
    '/p/%F0%9F%98%80',
    '/c/no-such-department',
    '/c/home/no-such-category/deeper/still',
    '/s/no-such-seller',
    '/orders/ZZZZZ-ZZZZZ',
    '/orders/1',
    "/orders/'%20or%201=1",
    '/orders/nul%00',
    '/legal/no-such-document',
    '/xx/p/anything',
    '/no-such-page',
    '/account/no-such-page',
    '/sitemap/99999',
    '/media/no-such-picture.webp',
    '/media/..%2fsecrets.json',
    '/api/no-such-route',
  ];

  test('that names nothing is answered 404, whatever it is made of', async ({ request }) => {
    for (const address of NOWHERE) {
      const answer = await request.get(address, { maxRedirects: 0 });
      expect(answer.status(), address.slice(0, 60)).toBe(404);
      expect(await answer.text(), address.slice(0, 60)).not.toMatch(INSIDES);
    }
  });

  test('that names nothing and narrows it says so too', async ({ page }) => {
    for (const address of ['/c/nul%00?min=1', '/s/nul%00?sort=rating', '/s/no-such-seller?q=lamp']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
    }
  });

  test('that cannot even be read is answered without a look inside', async ({ request }) => {
    // Next answers a broken percent sign before any code of ours runs, for want of a page with 500 instead of 400.
    for (const address of ['/p/%E0%A4%A', '/c/%', '/orders/%ff', '/api/products/%ff']) {
      const answer = await request.get(address, { maxRedirects: 0 });
      expect(answer.ok(), address).toBe(false);
      expect(await answer.text()).toMatch(/^(Internal Server Error|Bad Request)$/);
    }
  });

  test('with a broken id of somebody or something shows a signed-in person nothing either', async ({
    page,
    ownerDb,
  }) => {
    const headersOf = async (email: string) => ({ cookie: await signInCookie(ownerDb, email) });
    const places: readonly [string, readonly string[]][] = [
      ['buyer@souk.example', ['/account/addresses/adr_x', '/account/addresses/1', '/orders/nul%00']],
      ['seller@souk.example', ['/seller/orders/slo_x', '/seller/orders/1', "/seller/orders/'--"]],
      [
        'admin@souk.example',
        ['/admin/users/usr_x', '/admin/sellers/1', '/admin/products/prd_x', '/admin/orders/ZZZZZ-ZZZZZ'],
      ],
    ];
    for (const [email, addresses] of places) {
      const headers = await headersOf(email);
      for (const address of addresses) {
        const answer = await page.request.get(address, { headers, maxRedirects: 0 });
        expect(answer.status(), address).toBe(404);
        expect(await answer.text(), address).not.toMatch(INSIDES);
      }
    }
  });

  test('with a tampered query is read as something sensible', async ({ request, page }) => {
    await page.goto('/browse');
    const category = await page.locator('main a[href^="/c/"]').first().getAttribute('href');
    const queries = [
      'min=-5&max=1e9',
      'min=NaN&max=Infinity',
      'min=999999999999999999999&max=0.001',
      'stars=1e3&stock=maybe&sort=sideways',
      'after=garbage',
      'after=eyJrZXkiOiJ4In0',
      'f=__proto__.x&f=brand.%00&f=.&f=colour',
      "q='%20or%201=1%20--&f=brand.'",
      `q=${'y'.repeat(3000)}`,
      'q=a%00b&q=c',
      'in=..%2f..&q=%F0%9F%98%80',
    ];
    for (const query of queries) {
      for (const place of [category, '/search', '/api/listings', '/api/search/suggest']) {
        const answer = await request.get(`${place}?${query}`);
        expect([200, 422], `${place}?${query.slice(0, 60)}`).toContain(answer.status());
        expect(await answer.text()).not.toMatch(INSIDES);
      }
    }
  });
});

test.describe('a call of the shop', () => {
  const JSON_TYPE = { 'content-type': 'application/json' };

  test('that is no JSON, too long, or from another site is refused in words', async ({ request }) => {
    const order = (data: string, headers = {}) =>
      request.post('/api/checkout', { data: Buffer.from(data), headers: { ...JSON_TYPE, ...headers } });
    await expectPlainRefusal(await order('{"email":'), 400, 'malformed_request');
    await expectPlainRefusal(await order('x'.repeat(200_000)), 413, 'body_too_large');
    await expectPlainRefusal(await order('[]'), 422, 'invalid_input');
    await expectPlainRefusal(await order('null'), 422, 'invalid_input');
    await expectPlainRefusal(
      await order('{"email":1,"deliveries":[],"idempotencyKey":{}}'),
      422,
      'invalid_input',
    );
    const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    await expectPlainRefusal(await order('{}', elsewhere), 403, 'forbidden_origin');
  });

  test('about an id that is none is not found, and in the wrong method not done', async ({ request }) => {
    for (const id of ['prd_x', '1', '%27', 'nul%00', 'x'.repeat(2000)]) {
      await expectPlainRefusal(await request.get(`/api/products/${id}`), 404, 'not_found');
      await expectPlainRefusal(await request.get(`/api/products/${id}/reviews`), 404, 'not_found');
      await expectPlainRefusal(await request.get(`/api/orders/${id}/events`), 404, 'not_found');
    }
    for (const [method, address] of [
      ['delete', '/api/checkout'],
      ['put', '/api/webhooks/stripe'],
      ['post', '/api/me'],
    ] as const) {
      expect((await request[method](address)).status()).toBe(405);
    }
  });

  test('that only a machine may make needs its signature, and is not read when it is too long', async ({
    request,
  }) => {
    for (const address of ['/api/webhooks/stripe', '/api/webhooks/carrier', '/api/internal/cache']) {
      const unsigned = await request.post(address, { data: { type: 'payment_intent.succeeded' } });
      await expectPlainRefusal(unsigned, 401, 'bad_signature');
      const long = await request.post(address, { data: Buffer.from('x'.repeat(2_000_000)) });
      await expectPlainRefusal(long, 413, 'body_too_large');
    }
  });

  test('to an action that does not exist, or with a form beyond all measure, ends as a status', async ({
    request,
  }) => {
    const made = await request.post('/cart', { headers: { 'next-action': 'f'.repeat(42) }, data: '[]' });
    expect(made.status()).toBeGreaterThanOrEqual(400);
    expect(made.status()).toBeLessThan(500);
    for (const place of ['/sign-in', '/cart', '/']) {
      const multipart = { $ACTION_ID_none: '', email: 'x'.repeat(3_000_000) };
      const long = await request.post(place, { multipart });
      expect(long.status(), place).toBe(413);
      expect(await long.text()).toBe('That is too much to send at once.');
    }
  });
});

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
