import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sql, type SQL } from 'drizzle-orm';
import { publicId, type IdPrefix } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';

const FOLDER = 'app/[locale]';

/** Of what a page is about, the seller's newest; orders of the market are named by their numbers. */
const SUBJECTS: Readonly<Record<string, readonly [IdPrefix | 'number', (sellerId: string) => SQL]>> = {
  '/admin/orders/[number]': ['number', () => sql`orders order by placed_at desc`],
  '/admin/products/[id]': ['prd', () => sql`products where status = 'in_review'`],
  '/admin/promotions/[id]': ['prm', () => sql`promotions where seller_id is null order by id desc`],
  '/admin/returns/[id]': ['ret', (id) => sql`returns where seller_id = ${id} and status = 'escalated'`],
  '/admin/sellers/[id]': ['sel', (id) => sql`sellers where id = ${id}`],
  '/admin/users/[id]': [
    'usr',
    (id) => sql`users join seller_members m on m.user_id = id where seller_id = ${id}`,
  ],
  '/seller/money/payouts/[id]': [
    'pyt',
    (id) => sql`payouts where seller_id = ${id} order by requested_at desc`,
  ],
  '/seller/offers/[offerId]': ['off', (id) => sql`offers where seller_id = ${id} order by id desc`],
  '/seller/offers/bulk/[importId]': [
    'imp',
    (id) => sql`offer_imports where seller_id = ${id} order by created_at desc`,
  ],
  '/seller/offers/new/[productId]': ['prd', () => sql`products where status = 'live' order by id`],
  '/seller/orders/[id]': ['slo', (id) => sql`seller_orders where seller_id = ${id} order by id desc`],
  '/seller/products/[id]': ['prd', (id) => sql`products where owner_seller_id = ${id} order by id desc`],
  '/seller/programs/[endpointId]': ['whe', (id) => sql`webhook_endpoints where seller_id = ${id}`],
  '/seller/promotions/[id]': ['prm', (id) => sql`promotions where seller_id = ${id} order by id desc`],
  '/seller/returns/[id]': ['ret', (id) => sql`returns where seller_id = ${id} order by requested_at desc`],
};

/** Without which a page is not found. */
const QUERIES: Readonly<Record<string, string>> = {
  '/admin/promotions/new': '?kind=percent',
  '/seller/promotions/new': '?kind=bundle',
};

/** Pages that ask more of the database when something is searched for, chosen or turned to. */
const CHOSEN: readonly string[] = [
  '/admin/find?q=tea',
  '/seller/insight?days=90',
  '/seller/insight?from=2025-12-01&until=2026-11-30',
  '/seller/invoices?kind=commission',
  '/seller/offers?q=tea',
  '/seller/offers?show=low',
  '/seller/offers?show=paused',
  '/seller/offers/new?q=tea',
  '/seller/orders?queue=to_accept',
  '/seller/orders?queue=late',
  '/seller/orders?queue=delivered',
];

/** Every page of the sellers' or the operators' desk that has something to show of this seller, found by its file. */
export async function addressesOf(
  desk: 'seller' | 'admin',
  db: Database,
  sellerId: string,
): Promise<string[]> {
  const pages = readdirSync(path.join(FOLDER, desk), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => path.posix.join(`/${desk}`, path.dirname(file).replaceAll(path.sep, '/')))
    .toSorted();
  const found = await Promise.all(pages.map((page) => addressOf(db, page, sellerId)));
  return [
    ...found.filter((address) => address !== null),
    ...CHOSEN.filter((address) => address.startsWith(`/${desk}`)),
  ];
}

async function addressOf(db: Database, page: string, sellerId: string): Promise<string | null> {
  if (!page.includes('[')) return page + (QUERIES[page] ?? '');
  const subject = SUBJECTS[page];
  if (!subject) throw new Error(`What is ${page} about? Say so in SUBJECTS`);
  const [prefix, from] = subject;
  const named = sql.identifier(prefix === 'number' ? 'number' : 'id');
  const [row] = await db.execute<{ name: string }>(
    sql`select ${named} as name from ${from(sellerId)} limit 1`,
  );
  if (!row) return null;
  return page.replace(/\[\w+\]/, prefix === 'number' ? row.name : publicId(prefix, row.name));
}
