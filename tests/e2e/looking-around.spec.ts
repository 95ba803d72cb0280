import { expect, test } from '../support/journey';

test('searching for nothing leads to departments and what is wanted, and quotes no empty words', async ({
  page,
}) => {
  for (const address of ['/search', '/search?q=', '/search?q=%20%20']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveText('What are you looking for?');
    await expect(page.locator('main a[href^="/c/"]').first()).toBeVisible();
    await expect(page.locator('main a[href^="/p/"]').first()).toBeVisible();
    await expect(page.getByText('“”')).toHaveCount(0);
  }
});

test('nothing moves when a dialog takes the scrollbar away @desktop', async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  // Browsers that are driven hide their scrollbars unless told otherwise.
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
  const page = await browser.newPage({ baseURL, viewport: { width: 1440, height: 1200 } });
  for (const address of ['/', '/sign-in']) {
    await page.goto(address);
    const widthOfPage = () => page.evaluate(() => document.body.getBoundingClientRect().width);
    const before = await widthOfPage();
    expect(before, 'a scrollbar has its place').toBeLessThan(1440);
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      document.body.append(dialog);
      dialog.showModal();
    });
    expect(await widthOfPage(), address).toBe(before);
  }
  await browser.close();
});
