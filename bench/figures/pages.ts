import { gunzipSync } from 'node:zlib';
import type { Bench } from '../bench';
import { ask, load, type Asked, type Load } from '../load';
import { report } from '../report';
import { zipf } from '../zipf';

const CLIENTS = 32;
const SECONDS = 8;
const WARM_UP_SECONDS = 4;

/** What a browser says it takes. */
const ACCEPT = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html' };

/** Pages per second of the shop beside those of the same pages as static ones, one after the other. */
export async function measurePages({ origin, market, reference }: Bench): Promise<boolean> {
  const drawProduct = zipf(market.products, 'products');
  const drawCategory = zipf(market.categories, 'categories');
  const pages = { home: '/', category: market.categories[0] ?? '/', product: drawProduct() };
  const limit = await reference.origin(origin, pages);
  const draws = { home: () => '/', category: drawCategory, product: drawProduct };

  const met: boolean[] = [];
  for (const [name, draw] of Object.entries(draws)) {
    const shown = await measure(() => origin + draw());
    const fixed = await measure(() => `${limit}/${name}`);
    const [size, fixedSize] = await Promise.all([
      kilobytes(origin + pages[name as keyof typeof pages]),
      kilobytes(`${limit}/${name}`),
    ]);
    met.push(
      report({
        name: `${name}: requests/s of a static page's`,
        value: (shown.perSecond / fixed.perSecond) * 100,
        unit: '%',
        goal: { atLeast: 60 },
        detail: `${shown.perSecond.toFixed(0)}/s of ${fixed.perSecond.toFixed(0)}/s; ${size} and ${fixedSize}; ${shown.failed} failed`,
      }),
      report({
        name: `${name}: p99 of a static page's`,
        value: shown.times.percentile(99) / fixed.times.percentile(99),
        unit: 'x',
        goal: { atMost: 4 },
        detail: `${shown.times.percentile(99).toFixed(0)} ms of ${fixed.times.percentile(99).toFixed(0)} ms`,
      }),
      shown.failed === 0,
    );
  }
  return met.every(Boolean);
}

async function measure(draw: () => string): Promise<Load> {
  const next = (): Asked => ({ url: draw(), headers: ACCEPT });
  await load({ clients: CLIENTS, seconds: WARM_UP_SECONDS, next });
  return load({ clients: CLIENTS, seconds: SECONDS, next });
}

async function kilobytes(url: string): Promise<string> {
  const { body, headers } = await ask({ url, headers: { 'accept-encoding': 'gzip' } });
  const whole = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  return `${(whole.length / 1024).toFixed(0)} KB (${(body.length / 1024).toFixed(0)} KB sent)`;
}
