import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { promotions } from '@/db/schema/promotions';
import { connect, type Database, type Transaction } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { issueCommissionInvoices, issueMissing } from '@/lib/invoices';
import { markAllSalesStale, sumStaleSales } from '@/lib/insight';
import { countSearchWords, projectAllListings } from '@/lib/search';
import { artworkSource } from './artwork/recipe';
import { DEPARTMENTS } from './demo-data/departments';
import { SELLERS } from './demo-data/sellers';
import { makeOrders, type Market } from './market/make-orders';
import { makeProducts, type SeedProduct } from './market/make-products';
import { makeOneBigShop } from './market/one-big-shop';
import { drawPictures, findUndrawn } from './write/draw-pictures';
import { insertRows } from './write/insert-rows';
import { fundProvider } from './write/fund-provider';
import { payOpenOrders } from './write/pay-open-orders';
import { tileSource, writeCategories, writeProducts } from './write/write-catalog';
import { writeConversations } from './write/write-conversations';
import { writeOrders } from './write/write-orders';
import { makeBuyers, writePeople, type Buyer } from './write/write-people';
import { writeReviews } from './write/write-reviews';
import { sellerPictures, writeSellers } from './write/write-sellers';
import { writeTraffic } from './write/write-traffic';
import { seedId } from './random';

/**
 * `tsx db/seed/main.ts [--if-empty] [--products N | --one-big-shop N]`: fills an empty database with the demo market,
 * or with one in which the demo seller has N offers and about as many order lines. The same every time but for the
 * moment it is told from. Pictures the home page shows first are drawn here, the others by `db/seed/pictures.ts`
 * while the shop is open.
 */
const { values } = parseArgs({
  options: {
    'if-empty': { type: 'boolean', default: false },
    products: { type: 'string', default: '603' },
    'one-big-shop': { type: 'string' },
  },
});

const ORDERS = 800;
const FIRST_PICTURES = 24;

const environment = env();
if (!environment.SOUK_DEMO) throw new Error('The demo market is only for a local stack (SOUK_DEMO=1)');
const connection = connect(environment.DATABASE_OWNER_URL ?? environment.DATABASE_URL, {
  applicationName: 'souk-seed',
});
try {
  if (!values['if-empty'] || !(await hasRows(connection.db, 'listings'))) await seed(connection.db);
} finally {
  await connection.close();
}

/** What is written is written whole or not at all; what follows can be done again, should it be interrupted. */
async function seed(db: Database): Promise<void> {
  const now = new Date();
  const buyers = makeBuyers();
  const market = makeMarket(buyers, now);
  const { products } = market;
  if (!(await hasRows(db, 'products'))) await db.transaction((tx) => writeMarket(tx, market, buyers, now));
  await step('payments', () => payOpenOrders(db));
  await step('balance at the provider', () => fundProvider(db));
  await step('first pictures', async () => drawPictures(db, await findUndrawn(db, firstPictures(products))));
  await step('statistics', () => db.execute(sql`analyze`));
  await step('invoices', () => issueInvoices(db, now, market.orders.flatMap(({ parts }) => parts).length));
  await step('sales by day', async () => {
    await markAllSalesStale(db);
    await sumStaleSales(db);
  });
  await step('visitors by day', () => writeTraffic(db, now));
  await step('listings', () => projectAllListings(db));
  await step('search words', () => countSearchWords(db));
}

function makeMarket(buyers: readonly Buyer[], now: Date): Market {
  const addresses = buyers.map(({ address }) => address);
  const size = values['one-big-shop'];
  if (size !== undefined) return makeOneBigShop(wholeNumber('one-big-shop', size), addresses, now);
  const products = makeProducts(wholeNumber('products', values.products));
  return { products, orders: makeOrders(products, ORDERS, addresses, now) };
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${option} takes a whole number`);
  return number;
}

async function writeMarket(
  tx: Transaction,
  { products, orders }: Market,
  buyers: readonly Buyer[],
  now: Date,
): Promise<void> {
  await step('people', () => writePeople(tx, buyers));
  await step('shops', () => writeSellers(tx, now));
  await step('categories', () => writeCategories(tx));
  await step(`${products.length} products`, () => writeProducts(tx, products, now));
  await step('reviews', () => writeReviews(tx, products, buyers, now));
  await step(`${orders.length} orders`, () => writeOrders(tx, orders, buyers));
  await step('conversations', () => writeConversations(tx, now));
  await step('codes', () => writePromotions(tx, now));
}

async function hasRows(db: Database, table: 'products' | 'listings'): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(
    sql`select exists (select 1 from ${sql.identifier(table)}) as found`,
  );
  return row?.found ?? false;
}

/** Of what was sent, and of the commission of the months that have ended. */
async function issueInvoices(db: Database, now: Date, most: number): Promise<void> {
  await issueMissing(db, now, most);
  await issueCommissionInvoices(db, now);
}

/** What a visitor sees before scrolling: departments, then what is reduced, liked and new. */
function firstPictures(products: readonly SeedProduct[]): string[] {
  const by = (rank: (product: SeedProduct) => number) =>
    [...products].sort((a, b) => rank(a) - rank(b)).slice(0, FIRST_PICTURES / 3);
  const shown = [
    ...by((product) => -product.appeal),
    ...by((product) => product.ageDays),
    ...by((product) => (product.offers.some((offer) => offer.compareAtMinor) ? -product.appeal : 1)),
  ];
  return [
    ...DEPARTMENTS.map(tileSource),
    ...shown.flatMap(({ pictures }) => pictures.slice(0, 1).map(({ recipe }) => artworkSource(recipe))),
    ...SELLERS.slice(0, 6).map((seller) => artworkSource(sellerPictures(seller).logo)),
  ];
}

async function writePromotions(db: Transaction, now: Date): Promise<void> {
  await insertRows(db, promotions, [
    {
      id: seedId('promotion WELCOME10'),
      name: 'Welcome',
      code: 'WELCOME10',
      combines: true,
      kind: 'percent',
      basisPoints: 1000,
      startsAt: now,
      maxPerCustomer: 1,
    },
    {
      id: seedId('promotion SOUK5'),
      name: 'Five off',
      code: 'SOUK5',
      combines: true,
      kind: 'fixed',
      amountMinor: 500,
      currency: 'EUR',
      minSubtotalMinor: 4000,
      startsAt: now,
      maxRedemptions: 500,
    },
  ]);
}

async function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await run();
  console.log(`seed: ${name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}
