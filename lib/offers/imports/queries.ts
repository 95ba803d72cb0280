import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import { offerImportRows, offerImports, type OfferState } from '@/db/schema/offer-imports';
import { csv } from '@/lib/kernel/csv';
import { publicId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Money } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import {
  FILE_FAILURES,
  ROW_PROBLEMS,
  type ImportChange,
  type ImportProblem,
  type OfferImportView,
  type RowProblem,
} from './model';
import { BEFORE_PROBLEMS, guessColumns } from './columns';
import type { OwnImport } from './start-import';

const LATEST = 20;

/** A seller's latest imports, newest first. Files that never came are left out. */
export function listImports(db: Executor, sellerId: string): Promise<OfferImportView[]> {
  return load(db, and(eq(offerImports.sellerId, sellerId), sql`${offerImports.status} <> 'expected'`));
}

/** One import; null when there is none, or it is another's. */
export async function getImport(db: Executor, own: OwnImport): Promise<OfferImportView | null> {
  const [found] = await load(db, isOwn(own));
  return found ?? null;
}

async function load(db: Executor, which: SQL | undefined): Promise<OfferImportView[]> {
  const count = (condition: SQL) =>
    sql<number>`(select count(*)::int from ${offerImportRows} r where r.import_id = ${offerImports.id} and ${condition})`;
  const rows = await db
    .select({
      row: offerImports,
      changing: count(sql`r.problem is null`),
      making: count(sql`r.problem is null and r.variant_id is not null`),
      applied: count(sql`r.is_applied`),
      wrong: count(sql`r.problem is not null`),
    })
    .from(offerImports)
    .where(which)
    .orderBy(desc(offerImports.createdAt))
    .limit(LATEST);
  return rows.map(({ row, ...counts }) => ({
    importId: publicId('imp', row.id),
    fileName: row.fileName,
    status: row.status,
    heading: row.heading ?? [],
    columns: row.columns ?? guessColumns(row.heading ?? []),
    failure: FILE_FAILURES.find((failure) => failure === row.failure) ?? null,
    rowsRead: row.rowsRead,
    unchanged: row.rowsUnchanged,
    ...counts,
    startedAt: row.createdAt.toISOString(),
  }));
}

/** The first rows that change something, with what the offers are called. */
export async function listImportChanges(
  db: Executor,
  own: OwnImport,
  locale: string,
  limit = 50,
): Promise<ImportChange[]> {
  const rows = await db.execute<{
    number: number;
    title: string;
    sku: string;
    is_new: boolean;
    before: OfferState;
    after: OfferState;
  }>(sql`
    select r.number, coalesce(t.title, p.slug) as title, coalesce(r.seller_sku, o.seller_sku) as sku,
      r.variant_id is not null as is_new, r.before, r.after
    from offer_imports i
    join offer_import_rows r on r.import_id = i.id and r.problem is null
    left join offers o on o.id = r.offer_id
    join variants v on v.id = coalesce(r.variant_id, o.variant_id)
    join products p on p.id = v.product_id
    left join product_translations t
      on t.product_id = p.id and t.revision = p.live_revision and t.locale = ${locale}
    where i.id = ${own.importId} and i.seller_id = ${own.sellerId}
    order by r.number limit ${limit}`);
  return rows.map(({ before, after, is_new: isNew, ...row }) => ({
    ...row,
    isNew,
    price: { before: priceOf(before), after: priceOf(after) },
    onHand: { before: before.onHand, after: after.onHand },
    selling: { before: before.selling, after: after.selling },
  }));
}

function priceOf({ priceMinor }: OfferState): Money | null {
  return priceMinor === null ? null : { amountMinor: priceMinor, currency: DEFAULT_MARKET.currency };
}

/** Rows that are left out, in the file's order; the first `limit`. */
export async function listImportProblems(
  db: Executor,
  own: OwnImport,
  limit: number,
): Promise<ImportProblem[]> {
  const rows = await db
    .select({
      number: offerImportRows.number,
      problem: offerImportRows.problem,
      cells: offerImportRows.cells,
    })
    .from(offerImportRows)
    .innerJoin(offerImports, eq(offerImports.id, offerImportRows.importId))
    .where(and(isOwn(own), sql`${offerImportRows.problem} is not null`))
    .orderBy(offerImportRows.number)
    .limit(limit);
  return rows.map((row) => ({ ...row, problem: problemOf(row.problem) }));
}

function problemOf(text: string | null): RowProblem {
  return ROW_PROBLEMS.find((problem) => problem === text) ?? 'unreadable';
}

/**
 * The rows that are left out as a file that can be put right and sent again: the reason first, in columns no import
 * reads, then each as it was typed.
 */
export function problemSheet(
  heading: readonly string[],
  problems: readonly ImportProblem[],
  words: (problem: RowProblem) => string,
): string {
  return csv([
    [...BEFORE_PROBLEMS, ...heading],
    ...problems.map(({ number, problem, cells }) => [String(number), words(problem), ...cells]),
  ]);
}

function isOwn({ importId, sellerId }: OwnImport) {
  return and(eq(offerImports.id, importId), eq(offerImports.sellerId, sellerId));
}
