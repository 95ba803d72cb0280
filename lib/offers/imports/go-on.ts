import { eq, sql } from 'drizzle-orm';
import { offerImports, type OfferState } from '@/db/schema/offer-imports';
import { reachRowsByKey, type Database, type Transaction } from '@/lib/platform/database';
import { enqueueJobs } from '@/lib/platform/jobs';
import { jsonRows } from '@/lib/platform/sql-values';
import type { PrivateStorage } from '@/lib/platform/storage';
import { UnreadableWorkbook } from '@/lib/platform/workbook/read-workbook';
import { changeOffers } from '../change-offers';
import { makeOffers, type OfferToMake } from '../make-offers';
import { checkRows } from './check-rows';
import { columnsFor, fits, isUsable } from './columns';
import { MOST_SHEET_ROWS, type FileFailure, type RowProblem, type SheetColumns } from './model';
import { readHeading, readSheet, type SheetRow } from './read-sheet';
import { goOn, moveImport } from './start-import';

type Import = typeof offerImports.$inferSelect;

const BATCH = 1000;

/** How long one run of the job goes on: well within its lease, so that a killed worker's import is taken up soon. */
const RUN_MS = 20_000;

/**
 * Goes on with an import where it was left, batch by batch, each in a transaction of its own: a worker that is killed
 * loses nothing, and nothing is done twice. Ends when the file is read, applied or taken back; else has itself called
 * again.
 */
export async function goOnWithImport(db: Database, storage: PrivateStorage, importId: string): Promise<void> {
  const until = performance.now() + RUN_MS;
  const [file] = await db.select().from(offerImports).where(eq(offerImports.id, importId));
  if (!file) return;
  const isDone =
    file.status === 'checking' ? await check(db, storage, file, until) : await writeWhile(db, file, until);
  if (!isDone) await enqueueJobs(db, [goOn(importId)]);
}

/** A workbook may show only in its middle that it is none; then nothing of it counts. */
async function check(db: Database, storage: PrivateStorage, file: Import, until: number): Promise<boolean> {
  const content = await storage.get(file.key);
  if (content === null) return fail(db, file.id, 'empty');
  try {
    return await checkContent(db, file, content, until);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return fail(db, file.id, error.reason);
    throw error;
  }
}

async function checkContent(db: Database, file: Import, content: Buffer, until: number): Promise<boolean> {
  const columns = file.columns ?? (await understand(db, file, content));
  if (columns === null) return true;
  let batch: SheetRow[] = [];
  const keep = async () => {
    const isOurs =
      batch.length === 0 || (await whileIn(db, file.id, 'checking', (tx, row) => checkRows(tx, row, batch)));
    batch = [];
    return isOurs;
  };
  for await (const row of readSheet(content, columns, file.rowsRead)) {
    if (row.number > MOST_SHEET_ROWS) return fail(db, file.id, 'too_many_rows');
    batch.push(row);
    if (batch.length < BATCH) continue;
    if (!(await keep())) return true;
    if (performance.now() > until) return false;
  }
  if (!(await keep())) return true;
  await whileIn(db, file.id, 'checking', async (tx, row) => void (await moveImport(tx, row, 'check')));
  return true;
}

/** Which column says what, kept with the import; null when nothing of it can be read before its seller says so. */
async function understand(db: Database, file: Import, content: Buffer): Promise<SheetColumns | null> {
  const heading = await readHeading(content);
  if (typeof heading === 'string') {
    await fail(db, file.id, heading);
    return null;
  }
  const columns = await columnsFor(db, file.sellerId, heading);
  const isKnown = isUsable(columns) && fits(columns, heading);
  const isOurs = await whileIn(db, file.id, 'checking', async (tx, row) => {
    await tx
      .update(offerImports)
      .set({ heading, columns: isKnown ? columns : null })
      .where(eq(offerImports.id, row.id));
    if (!isKnown) await moveImport(tx, row, 'ask');
  });
  return isKnown && isOurs ? columns : null;
}

async function fail(db: Database, importId: string, failure: FileFailure): Promise<true> {
  await whileIn(db, importId, 'checking', async (tx, row) => {
    await moveImport(tx, row, 'fail', { failure });
  });
  return true;
}

/** Applies, or takes back, until nothing is left or the time is over. */
async function writeWhile(db: Database, file: Import, until: number): Promise<boolean> {
  const { status } = file;
  if (status !== 'applying' && status !== 'undoing') return true;
  while (performance.now() < until) {
    let left = 0;
    const isOurs = await whileIn(db, file.id, status, async (tx, row) => {
      left = await writeBatch(tx, row, status);
      if (left === 0) await moveImport(tx, row, status === 'applying' ? 'finish' : 'restore');
    });
    if (!isOurs || left === 0) return true;
  }
  return false;
}

/** One batch of offers becomes what the file says, or what it was before; answers how many rows there were. */
async function writeBatch(tx: Transaction, file: Import, status: 'applying' | 'undoing'): Promise<number> {
  const isUndone = status === 'undoing';
  const rows = await tx.execute<RowToWrite>(sql`
    select number, offer_id, variant_id, seller_sku, version, before, after from offer_import_rows
    where import_id = ${file.id} and problem is null and is_applied = ${isUndone}
    order by number limit ${BATCH}`);
  if (rows.length === 0) return 0;
  const reference = `import:${file.id}`;
  const toMake = isUndone ? [] : rows.filter(({ variant_id }) => variant_id !== null);
  const toChange = isUndone ? rows : rows.filter(({ variant_id }) => variant_id === null);
  const unmade = await makeOffers(tx, file.sellerId, toMake.map(offerToMake), reference);
  const edits = toChange.map((row) => editOf(row, isUndone));
  const refused = new Map<string, RowProblem>(await changeOffers(tx, file.sellerId, edits, reference));
  for (const offerId of unmade) refused.set(offerId, 'changed_meanwhile');
  const done = rows.map(({ number, offer_id }) => ({ number, problem: refused.get(offer_id) ?? null }));
  await tx.execute(sql`
    update offer_import_rows r set is_applied = g.problem is null and ${!isUndone}, problem = g.problem
    from jsonb_to_recordset(${jsonRows(done)}) as g(number int, problem text)
    where r.import_id = ${file.id} and r.number = g.number`);
  return rows.length;
}

type RowToWrite = {
  number: number;
  offer_id: string;
  /** Of an offer that is made. */
  variant_id: string | null;
  seller_sku: string | null;
  version: number;
  before: OfferState;
  after: OfferState;
};

function offerToMake({ offer_id: offerId, variant_id, seller_sku, after }: RowToWrite): OfferToMake {
  const { priceMinor } = after;
  if (variant_id === null || priceMinor === null) throw new Error(`The new offer ${offerId} is of nothing`);
  return { ...after, offerId, variantId: variant_id, sellerSku: seller_sku ?? '', priceMinor };
}

function editOf({ offer_id: offerId, version, before, after }: RowToWrite, isUndone: boolean) {
  const { onHand, ...wanted } = isUndone ? before : after;
  // What the file did not count goes on as it was sold meanwhile.
  const stock = before.onHand === after.onHand ? null : { onHand };
  return { ...wanted, offerId, version: isUndone ? version + 1 : version, stock };
}

/** Works on an import under its lock, as long as it is in this state; answers whether it was. */
function whileIn(
  db: Database,
  importId: string,
  status: Import['status'],
  work: (tx: Transaction, file: Import) => Promise<void>,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [file] = await tx.select().from(offerImports).where(eq(offerImports.id, importId)).for('update');
    if (file?.status !== status) return false;
    await reachRowsByKey(tx);
    await work(tx, file);
    return true;
  });
}
