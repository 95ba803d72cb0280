import type { Bench } from '../bench';
import { ask, Times } from '../load';
import { report } from '../report';

const VISITS = 300;

/** Pages nobody has asked for since the shop started: rendered for the first of their visitors. */
export async function measureFirstVisits({ origin, market }: Bench): Promise<boolean> {
  const times: number[] = [];
  let failed = 0;
  // Every n-th, so that all parts of the catalogue are among them; which ones, moves with the clock.
  const step = Math.floor(market.products.length / VISITS);
  const offset = Date.now() % step;
  for (let visit = 0; visit < VISITS; visit++) {
    const { ms, status } = await ask({ url: `${origin}${market.products[visit * step + offset]}` });
    times.push(ms);
    if (status !== 200) failed++;
  }
  const spread = new Times(times);
  const isMet = report({
    name: `first visit of a product page, p95 of ${VISITS}`,
    value: spread.percentile(95),
    unit: 'ms',
    goal: { atMost: 80 },
    detail: `p50 ${spread.percentile(50).toFixed(0)} ms; ${failed} failed`,
  });
  return isMet && failed === 0;
}
