import { existsSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { stopOnSignals } from '@/dev/stop-signals';
import { connect } from '@/lib/platform/database';
import { endCommands, type Finished } from '@/tests/runner/command';
import { Shop } from '@/tests/runner/shop';

/**
 * `tsx bench/with-shop.ts [--one-big-shop N] <file.ts> [arguments]`: opens the shop that is measured, in its own state
 * folder and with the production build, and runs a file of `bench/` in it. Its catalogue is the demo shop and, where
 * they are found, the three real catalogues; else as many demo products. Or it is the market of one big shop.
 */
const CATALOGUES = path.join(import.meta.dirname, '..', '..', 'shared', 'data');
const FILES = [
  ['icecat', 'icecat/products.jsonl.gz'],
  ['esci', 'esci/products.jsonl.gz'],
  ['pricerunner', 'pricerunner/offers.csv.gz'],
] as const;

const DEMO_PRODUCTS = 603;
const MANY_PRODUCTS = 40_000;

const [first, ...others] = process.argv.slice(2);
const size = first === '--one-big-shop' ? others.shift() : undefined;
const [file, ...args] = size === undefined ? process.argv.slice(2) : others;
if (!file) throw new Error('Which file is to run? tsx bench/with-shop.ts <file.ts>');

const hasCatalogues = size === undefined && existsSync(CATALOGUES);
const shop = await Shop.open(
  {
    stateDir: size === undefined ? '.souk/bench' : `.souk/bench-${size}`,
    ports: { web: 3200, database: 5944, cache: 8279, payments: 8285, carriers: 8295, smtp: 1225, mail: 8225 },
    durability: 'durable',
    seed:
      size === undefined
        ? ['--products', String(hasCatalogues ? DEMO_PRODUCTS : MANY_PRODUCTS)]
        : ['--one-big-shop', size],
    say: (line) => console.log(`  ${line}`),
  },
  false,
);
stopOnSignals({
  stop: async () => {
    endCommands();
    await shop.stop();
  },
  kill: () => shop.kill(),
  exitCode: 130,
});

let isDone = false;
try {
  require(await shop.seed(true));
  if (hasCatalogues) await importCatalogues();
  require(await shop.build(false));
  await shop.start();
  isDone = (await shop.run({ name: 'bench', file, args, live: true })).ok;
} finally {
  await shop.stop();
}
process.exit(isDone ? 0 : 1);

/** Each once, since a second import of the same file would only be an update. */
async function importCatalogues(): Promise<void> {
  for (const [mapping, name] of FILES) {
    if (await hasImported(mapping)) continue;
    const args = [path.join(CATALOGUES, name), '--mapping', mapping];
    require(await shop.run({ name: 'catalogue', file: 'workers/import/main.ts', args, live: true }));
  }
}

async function hasImported(mapping: string): Promise<boolean> {
  const { db, close } = connect(shop.environment.DATABASE_URL ?? '', { max: 1 });
  const rows = await db.execute(sql`select 1 from products where external_id like ${`${mapping}:%`} limit 1`);
  await close();
  return rows.length > 0;
}

function require({ ok, output, logFile }: Finished): void {
  if (!ok) throw new Error(`${output.slice(-2000)}\n(all of it: ${logFile})`);
}
