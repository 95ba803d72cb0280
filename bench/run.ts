import { existsSync } from 'node:fs';
import { connect } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { measureBooks } from './figures/books';
import { measureBulk } from './figures/bulk';
import { measureChanges } from './figures/changes';
import { measureCheckout } from './figures/checkout';
import { measureInsight } from './figures/insight';
import { measureFirstVisits } from './figures/first-visits';
import { measurePages } from './figures/pages';
import { measurePlacing } from './figures/placing';
import { measureRace } from './figures/race';
import { measureSearch } from './figures/search';
import { measureWeight } from './figures/weight';
import type { Bench } from './bench';
import { readMarket } from './market';
import { ReferenceSite } from './reference-site';

/**
 * `npm run bench [-- pages search ...]`: what the shop can do on this machine, as ratios against a limit measured
 * in the same run wherever there is one. Exits with 1 when a goal is missed.
 */
const FIGURES = {
  weight: measureWeight,
  'first-visits': measureFirstVisits,
  pages: measurePages,
  changes: measureChanges,
  search: measureSearch,
  checkout: measureCheckout,
  race: measureRace,
  placing: measurePlacing,
  books: measureBooks,
  bulk: measureBulk,
  insight: measureInsight,
} as const;

const isFigure = (name: string): name is keyof typeof FIGURES => name in FIGURES;
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !isFigure(name));
if (unknown !== undefined)
  throw new Error(`There is no ${unknown}; there are ${Object.keys(FIGURES).join(', ')}`);
if (!existsSync('.next/BUILD_ID')) throw new Error('There is no production build');

const connection = connect(env().DATABASE_OWNER_URL ?? env().DATABASE_URL, { applicationName: 'souk-bench' });
const reference = new ReferenceSite();
let isMet = true;
try {
  const { db } = connection;
  const bench: Bench = { db, origin: env().APP_URL, market: await readMarket(db), reference };
  const { products, categories } = bench.market;
  console.log(`\n  ${products.length} products, ${categories.length} categories with products`);
  for (const name of asked.length > 0
    ? asked.filter(isFigure)
    : (Object.keys(FIGURES) as (keyof typeof FIGURES)[])) {
    console.log(`\n  ${name}`);
    isMet = (await FIGURES[name](bench)) && isMet;
  }
} finally {
  reference.stop();
  await connection.close();
}
process.exit(isMet ? 0 : 1);
