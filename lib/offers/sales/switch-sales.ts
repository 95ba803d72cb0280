import { and, asc, eq, inArray, lte, type SQL } from 'drizzle-orm';
import { offerPrices, offers, offerSales } from '@/db/schema/offers';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import { tellOfChange } from '../change-offer';
import { getLowestPrice } from './lowest-price';
import { nextSaleStatus, type SaleEvent } from './transitions';

type Sale = typeof offerSales.$inferSelect;

/** So many are switched in one run; what is left follows with the next. */
const BATCH = 500;

/** Begins what is due to begin and ends what is due to end, each once and by itself. Answers how many. */
export async function switchSales(db: Database, now: Date): Promise<number> {
  const toEnd = await listDue(db, and(eq(offerSales.status, 'running'), lte(offerSales.endsAt, now)));
  const toStart = await listDue(db, and(eq(offerSales.status, 'planned'), lte(offerSales.startsAt, now)));
  for (const sale of toEnd)
    await db.transaction((tx) => withSale(tx, sale, (locked) => endSale(tx, locked, 'end')));
  for (const sale of toStart)
    await db.transaction((tx) => withSale(tx, sale, (locked) => startSale(tx, locked, now)));
  return toEnd.length + toStart.length;
}

function listDue(db: Database, due: SQL | undefined): Promise<Sale[]> {
  return db.select().from(offerSales).where(due).orderBy(asc(offerSales.id)).limit(BATCH);
}

/** The offer before its sale, as whoever edits it locks them. */
async function withSale(
  tx: Transaction,
  { id, offerId }: Sale,
  act: (sale: Sale) => Promise<void>,
): Promise<void> {
  await tx.select({ id: offers.id }).from(offers).where(eq(offers.id, offerId)).for('no key update');
  const [sale] = await tx.select().from(offerSales).where(eq(offerSales.id, id)).for('update');
  if (sale) await act(sale);
}

/**
 * The price of a sale becomes the offer's, which is locked. What is struck out is the lowest price of the 30 days before:
 * nothing, when the sale is not below it. One that is no longer below the price is dropped.
 */
export async function startSale(tx: Transaction, sale: Sale, now: Date): Promise<void> {
  const [price] = await tx.select().from(offerPrices).where(priceOf(sale));
  const isLower = price !== undefined && sale.priceMinor < price.priceMinor;
  const next = nextSaleStatus(sale.status, isLower ? 'start' : 'drop');
  if (!next.ok) return;
  const regularPriceMinor = price?.priceMinor ?? null;
  await tx
    .update(offerSales)
    .set({ status: next.value, regularPriceMinor })
    .where(eq(offerSales.id, sale.id));
  if (!isLower) return;
  const lowestMinor = (await getLowestPrice(tx, sale, now)) ?? price.priceMinor;
  await tx
    .update(offerPrices)
    .set({
      priceMinor: sale.priceMinor,
      compareAtMinor: lowestMinor > sale.priceMinor ? lowestMinor : null,
      saleEndsAt: sale.endsAt,
    })
    .where(priceOf(sale));
  await tellOfChange(tx, sale.offerId);
}

/** The offer costs again what it did, unless its seller has changed the price meanwhile. Nothing is struck out any more. */
async function endSale(tx: Transaction, sale: Sale, event: SaleEvent): Promise<void> {
  const next = nextSaleStatus(sale.status, event);
  if (!next.ok) return;
  await tx.update(offerSales).set({ status: next.value }).where(eq(offerSales.id, sale.id));
  if (sale.status !== 'running') return;
  const [price] = await tx.select().from(offerPrices).where(priceOf(sale));
  const isStill = price?.priceMinor === sale.priceMinor;
  await tx
    .update(offerPrices)
    .set({
      ...(isStill && sale.regularPriceMinor !== null ? { priceMinor: sale.regularPriceMinor } : {}),
      compareAtMinor: null,
      saleEndsAt: null,
    })
    .where(priceOf(sale));
  await tellOfChange(tx, sale.offerId);
}

/** Stops whatever is planned or running for an offer that is locked. */
export async function stopOpenSale(tx: Transaction, offerId: string): Promise<Result<void, 'not_found'>> {
  const [sale] = await tx
    .select()
    .from(offerSales)
    .where(and(eq(offerSales.offerId, offerId), inArray(offerSales.status, ['planned', 'running'])))
    .for('update');
  if (!sale) return refuse('not_found');
  await endSale(tx, sale, 'stop');
  return ok(undefined);
}

function priceOf({ offerId, market, currency }: Sale): SQL | undefined {
  return and(
    eq(offerPrices.offerId, offerId),
    eq(offerPrices.market, market),
    eq(offerPrices.currency, currency),
  );
}
