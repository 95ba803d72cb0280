import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { categories } from '@/db/schema/catalog';
import { newId } from '@/lib/kernel/ids';
import { applyImport, beginImport, getImport, goOnWithImport, readImport } from '@/lib/offers';
import { folderStorage, type FolderStorage } from '@/lib/platform/storage/folder';
import { approvedSeller } from '@/tests/support/people';
import { withOwnDatabase, type OwnDatabase } from '../own-database';
import { report } from '../report';

const ROWS = 100_000;
const MEGABYTE = 1024 * 1024;

/** A seller of a hundred thousand offers sends a sheet that changes the price and stock of each. */
export function measureBulk(): Promise<boolean> {
  return withOwnDatabase(4, async (database) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'souk-bench-sheets-'));
    try {
      return await changeAll(database, folderStorage(folder));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}

async function changeAll({ db, ownerDb }: OwnDatabase, storage: FolderStorage): Promise<boolean> {
  const sellerId = await approvedSeller(ownerDb);
  await offerMany(ownerDb, sellerId);
  const content = sheet();
  const file = { sellerId, userId: newId(), fileName: 'all.csv', bytes: content.byteLength };
  const begun = await beginImport(db, storage, file, new Date());
  if (!begun.ok) throw new Error(begun.error);
  const { importId, address } = begun.value;
  await storage.put(new URL(address, 'http://shop').pathname.split('/').at(-1)!, content);
  const own = { importId, sellerId };

  const memoryBefore = process.memoryUsage().rss;
  let mostMemory = memoryBefore;
  const goOn = async (until: string) => {
    while ((await getImport(db, own))?.status !== until) {
      await goOnWithImport(db, storage, importId);
      mostMemory = Math.max(mostMemory, process.memoryUsage().rss);
    }
  };
  const startedAt = performance.now();
  await readImport(db, storage, own);
  await goOn('checked');
  const checked = (performance.now() - startedAt) / 1000;
  await applyImport(db, own);
  await goOn('applied');
  const took = (performance.now() - startedAt) / 1000;
  const { applied } = (await getImport(db, own))!;
  if (applied !== ROWS) throw new Error(`Only ${applied} rows were applied`);
  const isQuick = report({
    name: `${ROWS} rows of a sheet read, compared and applied`,
    value: took,
    unit: 's',
    goal: { atMost: 50 },
    detail: `read and compared in ${checked.toFixed(1)} s`,
  });
  const isFlat = report({
    name: 'memory it took on top',
    value: (mostMemory - memoryBefore) / MEGABYTE,
    unit: 'MB',
    goal: { atMost: 200 },
    detail: `of a file of ${(content.byteLength / MEGABYTE).toFixed(1)} MB`,
  });
  return isQuick && isFlat;
}

function sheet(): Buffer {
  const rows = Array.from({ length: ROWS }, (_, number) => `SKU-${number + 1},12.50,7,yes`);
  return Buffer.from(`sku,price,on_hand,selling\n${rows.join('\n')}\n`);
}

/** Written as the owner, since how offers come to be is not what is measured. */
async function offerMany(ownerDb: OwnDatabase['ownerDb'], sellerId: string): Promise<void> {
  const categoryId = newId();
  await ownerDb
    .insert(categories)
    .values({ id: categoryId, slug: 'things', path: 'things', lineage: [categoryId], depth: 0 });
  // One connection: the table is its own.
  await ownerDb.transaction(async (tx) => {
    await tx.execute(sql`
      create temporary table made as
      select n, gen_random_uuid() as product, gen_random_uuid() as variant, gen_random_uuid() as offer
      from generate_series(1, ${ROWS}::int) n`);
    await tx.execute(sql`
      insert into products (id, slug, category_id, status)
      select product, 'thing-' || n, ${categoryId}, 'live' from made`);
    await tx.execute(sql`insert into variants (id, product_id) select variant, product from made`);
    await tx.execute(sql`
      insert into offers (id, seller_id, variant_id, seller_sku)
      select offer, ${sellerId}, variant, 'SKU-' || n from made`);
    await tx.execute(sql`
      insert into offer_prices (offer_id, currency, price_minor) select offer, 'EUR', 1000 from made`);
    await tx.execute(sql`insert into stock (offer_id, on_hand) select offer, 3 from made`);
  });
  await ownerDb.execute(sql`analyze`);
}
