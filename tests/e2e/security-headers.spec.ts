import type { APIResponse, Page, Response } from '@playwright/test';
import { expect, test } from '../support/journey';
import { CARDS, expectPaid, pressPay, productInStock, typeAddress, typeCard } from '../support/shopper';

function policyOf(answer: APIResponse | Response): string {
  return answer.headers()['content-security-policy'] ?? '';
}

/** Whether the browser runs a script that somebody slipped into the page as markup. */
async function runsInjectedScript(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const markup = document.createElement('div');
    markup.innerHTML = '<img src="data:," onerror="document.documentElement.dataset.injected = 1">';
    document.body.append(markup);
    return new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(document.documentElement.dataset.injected !== undefined), 300);
    });
  });
}

test('every answer says what browsers have to refuse', async ({ request }) => {
  const home = await request.get('/');
  const picture = /\/media\/[\w-]+\.webp/.exec(await home.text())?.[0] ?? '/media/none';
  for (const path of ['/', '/checkout', '/sign-in', '/api/health/live', picture, '/media/none', '/nowhere']) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin-allow-popups',
    });
    expect(headers['permissions-policy'], path).toContain('microphone=()');
    expect(headers, 'over http').not.toHaveProperty('strict-transport-security');
  }
  expect(policyOf(home)).toContain("frame-ancestors 'none'");
  expect(policyOf(await request.get('/api/health/live'))).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(policyOf(await request.get(picture))).toMatch(/^sandbox; default-src 'none'/);
});

test('a public page is the same for everybody; where money or credentials go, each document has a nonce', async ({
  request,
}) => {
  const first = await request.get('/');
  expect(policyOf(first)).toBe(policyOf(await request.get('/')));
  expect(first.headers()['x-nextjs-cache'] ?? first.headers()['x-nextjs-prerender']).toBeTruthy();

  for (const path of ['/checkout', '/orders', '/sign-in', '/account', '/seller', '/admin']) {
    const [once, again] = await Promise.all([request.get(path), request.get(path)]);
    const nonce = /'nonce-([^']+)'/.exec(policyOf(once))?.[1] ?? 'none';
    expect(policyOf(again), path).not.toContain(nonce);
    expect(policyOf(once), path).not.toContain("'unsafe-inline' 'nonce");
    const scripts = (await once.text()).match(/<script\b[^>]*>/g) ?? [];
    const withoutNonce = scripts.filter((script) => !script.includes(`nonce="${nonce}"`));
    expect(scripts.length, path).toBeGreaterThan(3);
    // At most what applies the theme before the first paint: the policy names its hash.
    expect(['', '<script>'], path).toContain(withoutNonce.join());
  }
});

test('nothing is refused on the way from home to a paid order, and the payment page runs nothing slipped in', async ({
  page,
  faults,
  ownerDb,
}) => {
  await page.goto('/');
  await page.locator('main a[href^="/p/"]').first().click();
  await expect(page).toHaveURL(/\/p\//);
  await page.goto(await productInStock(ownerDb, 12));
  await page.getByRole('button', { name: 'Add to cart' }).first().click();
  await page.getByRole('link', { name: /cart/i }).first().click();
  await expect(page).toHaveURL(/\/cart/);
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await page.getByLabel('E-mail address').fill(`strict-${Date.now()}@people.example`);
  await typeAddress(page);
  await typeCard(page, CARDS.pays);
  expect(faults).toEqual([]);

  expect(await runsInjectedScript(page)).toBe(false);
  expect(faults.splice(0).join()).toContain('Content Security Policy');
  await pressPay(page);
  await expectPaid(page);
});
