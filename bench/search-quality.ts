import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { publicId } from '@/lib/kernel/ids';
import { shownIn } from '@/lib/kernel/market';
import { connect, type Database } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { createPostgresEngine, type SearchEngine } from '@/lib/search';
import { NO_FILTER, type ListingPage, type ListingQuery } from '@/lib/search/model';

/**
 * How good search is: nDCG@10 over the judged queries of the real catalogues (gain 2^grade - 1, unjudged counts
 * as 0), each among its own catalogue's products, beside plain BM25. Needs the catalogues imported into the
 * database of this stack and the judgments in `../shared/data`; says so and stops where they are not.
 */
const DATA = path.join(import.meta.dirname, '..', '..', 'shared', 'data');
const SETS = [
  { name: 'esci', key: 'asin', grade: 'grade', bm25: 0.655 },
  { name: 'icecat', key: 'docid', grade: 'rating', bm25: 0.733 },
] as const;
const DEPTH = 10;
const MOST_PAGES = 20;

const ANYTHING: ListingQuery = {
  text: '',
  categoryPath: null,
  sellerSlug: null,
  filter: NO_FILTER,
  sort: 'relevance',
  cursor: null,
};

const judgmentRow = z.record(z.string(), z.string());

await main();

async function main(): Promise<void> {
  if (!existsSync(DATA)) return console.log(`Skipped: there is no ${DATA} to measure with.`);
  const connection = connect(env().DATABASE_URL, { max: 2, applicationName: 'souk-bench' });
  try {
    for (const set of SETS) await measure(connection.db, set);
  } finally {
    await connection.close();
  }
}

async function measure(db: Database, set: (typeof SETS)[number]): Promise<void> {
  const keys = await readKeys(db, set.name);
  if (keys.size === 0) return console.log(`${set.name}: skipped, the catalogue has not been imported.`);
  const judgments = readJudgments(set);
  const engine = createPostgresEngine(db);
  const scores: number[] = [];
  for (const [query, grades] of judgments) {
    const ideal = gain([...grades.values()].toSorted((one, other) => other - one));
    if (ideal === 0) continue;
    const found = await findKeys(engine, query, keys);
    const score = gain(found.map((key) => grades.get(key) ?? 0)) / ideal;
    if (process.argv.includes('--each')) console.log(`  ${score.toFixed(3)}  ${query}`);
    scores.push(score);
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  console.log(
    `${set.name}: nDCG@${DEPTH} ${mean.toFixed(3)} over ${scores.length} queries (BM25 ${set.bm25})`,
  );
}

/** The first ten products of one catalogue among what the whole market answers. */
async function findKeys(
  engine: SearchEngine,
  text: string,
  keys: ReadonlyMap<string, string>,
): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES && found.length < DEPTH; page++) {
    const query: ListingQuery = { ...ANYTHING, text, cursor };
    const { cards, next }: ListingPage = await engine.page(query, shownIn('en'));
    found.push(...cards.flatMap(({ productId }) => keys.get(productId) ?? []));
    if (next === null) break;
    cursor = next;
  }
  return found.slice(0, DEPTH);
}

/** Public product id -> the catalogue's own key. */
async function readKeys(db: Database, catalogue: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.execute<{ id: string; external_id: string }>(sql`
    select id, external_id from products where external_id like ${`${catalogue}:%`}`);
  return new Map(rows.map((row) => [publicId('prd', row.id), row.external_id.slice(catalogue.length + 1)]));
}

function readJudgments({ name, key, grade }: (typeof SETS)[number]): Map<string, Map<string, number>> {
  const text = readFileSync(path.join(DATA, name, 'judgments.csv'));
  const rows = z.array(judgmentRow).parse(parse(text, { columns: true }));
  const byQuery = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const grades = byQuery.get(row.query ?? '') ?? new Map<string, number>();
    grades.set(row[key] ?? '', Number(row[grade]));
    byQuery.set(row.query ?? '', grades);
  }
  return byQuery;
}

/** Discounted cumulative gain of grades in the order they are shown. */
function gain(grades: readonly number[]): number {
  return grades
    .slice(0, DEPTH)
    .reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
