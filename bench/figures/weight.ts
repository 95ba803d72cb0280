import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright';
import { requireBrowser } from '@/tests/support/browser';
import type { Bench } from '../bench';
import { report } from '../report';

/** How long a page may go on loading things nobody asked for. */
const SETTLE_MS = 3000;

type Weight = {
  readonly scriptKb: number;
  readonly fontKb: number;
  readonly fonts: number;
  readonly requests: number;
};

/** What a phone has to load and run for a page, beside what an empty page of Next carries. */
export async function measureWeight({ origin, market, reference }: Bench): Promise<boolean> {
  const product = market.products[0] ?? '/';
  const limit = await reference.origin(origin, {
    home: '/',
    category: market.categories[0] ?? '/',
    product,
  });
  const browser = await chromium.launch({
    executablePath: requireBrowser(process.env, (line) => console.log(line)),
    args: ['--no-sandbox'],
  });
  try {
    const empty = await weigh(browser, limit);
    const shown = await weigh(browser, origin + product);
    return [
      report({
        name: 'JavaScript of the product page, of an empty page',
        value: shown.scriptKb / empty.scriptKb,
        unit: 'x',
        goal: { atMost: 1.15 },
        detail: `${shown.scriptKb.toFixed(0)} KB of ${empty.scriptKb.toFixed(0)} KB, gzip`,
      }),
      report({
        name: 'font files',
        value: shown.fontKb,
        unit: 'KB',
        goal: { atMost: 40 },
        detail: `${shown.fonts} file`,
      }),
      report({ name: 'requests of a product page', value: shown.requests, unit: '' }),
    ].every(Boolean);
  } finally {
    await browser.close();
  }
}

async function weigh(browser: Browser, url: string): Promise<Weight> {
  const page = await browser.newPage({ serviceWorkers: 'block', viewport: { width: 390, height: 844 } });
  let scripts = 0;
  let fontBytes = 0;
  let fonts = 0;
  let requests = 0;
  page.on('response', (response) => {
    requests++;
    const kind = response.request().resourceType();
    if (kind !== 'script' && kind !== 'font') return;
    void response.body().then((body) => {
      if (kind === 'script') scripts += gzipSync(body).length;
      else [fontBytes, fonts] = [fontBytes + body.length, fonts + 1];
    });
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  await page.close();
  return { scriptKb: scripts / 1024, fontKb: fontBytes / 1024, fonts, requests };
}
