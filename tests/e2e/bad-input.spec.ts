import type { APIResponse } from '@playwright/test';
import { expect, test } from '../support/journey';
import { signInCookie } from '../support/people';

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

test.describe('an address', () => {
  const NOWHERE = [
    '/p/no-such-product',
    `/p/${'x'.repeat(3000)}`,
    "/p/'; drop table products; --",
    '/p/..%2f..%2fetc%2fpasswd',
    '/p/nul%00',
    '/p/%F0%9F%98%80',
    '/p/%E0%A4%A',
    '/c/%',
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
    for (const address of ['/orders/%ff', '/api/products/%ff']) {
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
