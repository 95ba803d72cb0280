import { randomFrom } from '@/db/seed/random';
import { shownIn } from '@/lib/kernel/market';
import { connect } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { createPostgresEngine } from '@/lib/search';
import { NO_FILTER, type ListingQuery } from '@/lib/search/model';
import type { Bench } from '../bench';
import { ask, load, Times } from '../load';
import { report } from '../report';

const QUERIES = 400;
const CLIENTS = 16;
const SECONDS = 10;

/** Searching for what is there: two neighbouring words of a title, and every fifth time one word. */
export async function measureSearch({ origin, market }: Bench): Promise<boolean> {
  const queries = searchedFor(market.titles);
  return [await inDatabase(queries), await overHttp(origin, queries)].every(Boolean);
}

async function inDatabase(queries: readonly string[]): Promise<boolean> {
  const { db, close } = connect(env().DATABASE_URL, { max: 1, applicationName: 'souk-bench' });
  const engine = createPostgresEngine(db);
  const times: number[] = [];
  for (const text of queries) {
    const startedAt = performance.now();
    await engine.page(queryOf(text), shownIn('en'));
    times.push(performance.now() - startedAt);
  }
  await close();
  const spread = new Times(times);
  return report({
    name: 'search in the database, p95',
    value: spread.percentile(95),
    unit: 'ms',
    goal: { atMost: 25 },
    detail: `p50 ${spread.percentile(50).toFixed(1)} ms; ${queries.length} different queries`,
  });
}

async function overHttp(origin: string, queries: readonly string[]): Promise<boolean> {
  let at = 0;
  const next = () => ({
    url: `${origin}/api/listings?q=${encodeURIComponent(queries[at++ % queries.length] ?? '')}`,
  });
  await load({ clients: 2, seconds: 1, next });
  const { times, perSecond, failed } = await load({ clients: CLIENTS, seconds: SECONDS, next });
  const isMet = report({
    name: `search over HTTP at ${CLIENTS} clients, p95`,
    value: times.percentile(95),
    unit: 'ms',
    goal: { atMost: 60 },
    detail: `p50 ${times.percentile(50).toFixed(0)} ms; ${perSecond.toFixed(0)}/s; ${failed} failed`,
  });
  const page = `${origin}/search?q=${encodeURIComponent(queries[0] ?? '')}`;
  const alone: number[] = [];
  for (let visit = 0; visit < 40; visit++) {
    alone.push(
      (await ask({ url: page.replace(/q=.*/, `q=${encodeURIComponent(queries[visit] ?? '')}`) })).ms,
    );
  }
  report({
    name: 'the search page with its facets, p95 of one person',
    value: new Times(alone).percentile(95),
    unit: 'ms',
  });
  return isMet && failed === 0;
}

function searchedFor(titles: readonly string[]): string[] {
  const random = randomFrom('searches');
  return Array.from({ length: QUERIES }, () => {
    const words = random.pick(titles).match(/[\p{L}\p{N}]{3,}/gu) ?? ['lamp'];
    const first = random.between(0, Math.max(0, words.length - 2));
    return words.slice(first, first + (random.chance(0.2) ? 1 : 2)).join(' ');
  });
}

function queryOf(text: string): ListingQuery {
  return { text, categoryPath: null, sellerSlug: null, filter: NO_FILTER, sort: 'relevance', cursor: null };
}
