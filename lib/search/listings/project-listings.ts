import { sql } from 'drizzle-orm';
import { reachRowsByKey, type Database, type Executor, type Transaction } from '@/lib/platform/database';
import { uuidArray } from '@/lib/platform/sql-values';
import { projectCategories } from './project-categories';
import { projectPrices } from './project-prices';
import { projectProducts } from './project-products';
import { projectTexts } from './project-texts';
import { projectVariants } from './project-variants';

/**
 * Large enough that a statement's fixed cost is nothing beside its rows, small enough that locks are short
 * and a batch's rows stay in memory.
 */
const BATCH = 500;

/**
 * Makes the listings of these products anew from the tables of record (catalogue, offers, stock, sellers,
 * reviews, order lines, media: the one place that joins them all). Products that are not live lose
 * theirs. Repeatable; rows that would not change are not written. Each batch is a transaction.
 */
export async function projectListings(db: Database, productIds: readonly string[]): Promise<void> {
  const ids = [...new Set(productIds)].sort();
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    await db.transaction((tx) => projectBatch(tx, batch));
  }
}

/**
 * One batch within the caller's transaction. Its statements go from the batch to everything else by key:
 * `lateral (… offset 0)` keeps the planner, which knows nothing of a table that is just being filled, from
 * starting at the other end. The products are locked first, in id order: of two projections
 * of one product the second starts reading when the first has committed, and so never writes older facts
 * over newer ones.
 */
export async function projectBatch(tx: Transaction, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return;
  const ids = uuidArray(productIds);
  await reachRowsByKey(tx);
  await tx.execute(sql`select 1 from products where id = any(${ids}) order by id for no key update`);
  await tx.execute(sql`
    with gone as materialized (
      select wanted.product_id as id from unnest(${ids}) as wanted(product_id)
      where not exists (select 1 from products p where p.id = wanted.product_id and p.status = 'live')
    ),
    texts as (delete from listing_texts where product_id in (select id from gone)),
    variants as (delete from listing_variants where product_id in (select id from gone)),
    prices as (delete from listing_prices where product_id in (select id from gone)),
    places as (delete from listing_categories where product_id in (select id from gone))
    delete from listings where product_id in (select id from gone)`);
  // Each step reads what the one before it wrote: product -> choices -> price -> places and words.
  await projectProducts(tx, ids);
  await projectVariants(tx, ids);
  await projectPrices(tx, ids);
  await projectCategories(tx, ids);
  await projectTexts(tx, ids);
}

/** The products whose listings show any of these offers. */
export async function productsOfOffers(db: Executor, offerIds: readonly string[]): Promise<string[]> {
  const rows = await db.execute<{ product_id: string }>(sql`
    select distinct v.product_id from offers o join variants v on v.id = o.variant_id
    where o.id = any(${uuidArray(offerIds)})`);
  return rows.map((row) => row.product_id);
}

export async function productsOfSeller(db: Executor, sellerId: string): Promise<string[]> {
  const rows = await db.execute<{ product_id: string }>(sql`
    select distinct v.product_id from offers o join variants v on v.id = o.variant_id
    where o.seller_id = ${sellerId}`);
  return rows.map((row) => row.product_id);
}

/** The products that show any of these pictures, of those that are ready. */
export async function productsOfPictures(db: Executor, assetIds: readonly string[]): Promise<string[]> {
  const rows = await db.execute<{ product_id: string }>(sql`
    select distinct m.product_id from product_media m join media_assets a on a.id = m.asset_id
    where a.id = any(${uuidArray(assetIds)}) and a.status = 'ready'`);
  return rows.map((row) => row.product_id);
}

/** Makes every listing anew, a batch at a time, and says how many products were looked at. */
export async function projectAllListings(
  db: Database,
  progress: (done: number) => void = () => {},
): Promise<number> {
  let done = 0;
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db.execute<{ id: string }>(
      sql`select id from products where id > ${last}::uuid order by id limit ${BATCH}`,
    );
    const ids = rows.map((row) => row.id);
    if (ids.length === 0) return done;
    await projectListings(db, ids);
    done += ids.length;
    last = ids.at(-1) ?? last;
    progress(done);
  }
}
