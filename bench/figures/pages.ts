import { gunzipSync } from 'node:zlib';
import type { Bench } from '../bench';
import { ask, load, type Asked, type Load } from '../load';
import { report } from '../report';
import { zipf } from '../zipf';

const CLIENTS = 32;
const SECONDS = 8;
const WARM_UP_SECONDS = 4;

/** Before it is measured a page's kind is visited for so long, the most popular first, as a shop's is that is open. */
const OPEN_SECONDS = 150;

/** What a browser says it takes. */
const ACCEPT = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html' };

/** Pages per second of the shop beside those of the same pages as static ones, one after the other. */
export async function measurePages({ origin, market, reference }: Bench): Promise<boolean> {
  const kinds = {
    home: zipf(['/'], 'home'),
    category: zipf(market.categories, 'categories'),
    product: zipf(market.products, 'products'),
  };
  const pages = { home: '/', category: market.categories[0] ?? '/', product: kinds.product.draw() };
  const limit = await reference.origin(origin, pages);

  const met: boolean[] = [];
  for (const [name, { ranked, draw }] of Object.entries(kinds)) {
    const visited = await visit(ranked.map((path) => origin + path));
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
        detail: `${shown.perSecond.toFixed(0)}/s of ${fixed.perSecond.toFixed(0)}/s; ${size} and ${fixedSize}; ${visited} of ${ranked.length} visited before; ${shown.failed} failed`,
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

/** Asks for one page after the other while there is time; how many. */
async function visit(urls: readonly string[]): Promise<number> {
  const until = performance.now() + OPEN_SECONDS * 1000;
  let visited = 0;
  const visitor = async () => {
    while (visited < urls.length && performance.now() < until) {
      await ask({ url: urls[visited++] ?? '', headers: ACCEPT });
    }
  };
  await Promise.all([visitor(), visitor()]);
  return visited;
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
