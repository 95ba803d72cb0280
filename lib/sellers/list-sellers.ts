import { and, asc, desc, eq, ilike, inArray, or } from 'drizzle-orm';
import { sellerMembers, sellers } from '@/db/schema/sellers';
import type { Membership, SellerRole } from '@/lib/identity/model';
import { parsePublicId, publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { DESK_STATUSES, type SellerRecord, type SellerStatus } from './model';

export async function getSeller(db: Executor, sellerId: string): Promise<SellerRecord | null> {
  const [row] = await db.select().from(sellers).where(eq(sellers.id, sellerId));
  return row ? toRecord(row) : null;
}

/** The share of sales agreed with this seller, in basis points; null for the market's. */
export async function getAgreedCommission(db: Executor, sellerId: string): Promise<number | null> {
  const [row] = await db
    .select({ basisPoints: sellers.commissionBasisPoints })
    .from(sellers)
    .where(eq(sellers.id, sellerId));
  return row?.basisPoints ?? null;
}

/** The operator's queue: who is in this state, the longest waiting first. */
export async function listSellersByStatus(
  db: Executor,
  status: SellerStatus,
  limit = 50,
): Promise<SellerRecord[]> {
  const rows = await db
    .select()
    .from(sellers)
    .where(eq(sellers.status, status))
    .orderBy(asc(sellers.createdAt))
    .limit(limit);
  return rows.map(toRecord);
}

/** For staff: by id (`sel_…`), address or a part of the name. */
export async function findSellers(db: Executor, text: string, limit = 20): Promise<SellerRecord[]> {
  const id = parsePublicId('sel', text.trim());
  const pattern = `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const rows = await db
    .select()
    .from(sellers)
    .where(id ? eq(sellers.id, id) : or(ilike(sellers.name, pattern), ilike(sellers.slug, pattern)))
    .orderBy(desc(sellers.createdAt))
    .limit(limit);
  return rows.map(toRecord);
}

/** The shops a person works for or has applied for, in any state, oldest first. */
export async function listSellersOfUser(
  db: Executor,
  userId: string,
): Promise<(SellerRecord & { readonly role: SellerRole })[]> {
  const rows = await db
    .select({ seller: sellers, role: sellerMembers.role })
    .from(sellerMembers)
    .innerJoin(sellers, eq(sellers.id, sellerMembers.sellerId))
    .where(eq(sellerMembers.userId, userId))
    .orderBy(asc(sellerMembers.createdAt));
  return rows.map(({ seller, role }) => ({ ...toRecord(seller), role }));
}

/** The right of one person to act for one seller that is or was open; null without it. */
export async function getMembership(
  db: Executor,
  userId: string,
  sellerId: string,
): Promise<Membership | null> {
  const [row] = await db
    .select({ sellerId: sellerMembers.sellerId, role: sellerMembers.role })
    .from(sellerMembers)
    .innerJoin(sellers, eq(sellers.id, sellerMembers.sellerId))
    .where(
      and(
        eq(sellerMembers.sellerId, sellerId),
        eq(sellerMembers.userId, userId),
        inArray(sellers.status, DESK_STATUSES),
      ),
    );
  return row ?? null;
}

/** Whether a seller is or was open, so that its members and programs have work to do. */
export async function hasDesk(db: Executor, sellerId: string): Promise<boolean> {
  const found = await db
    .select({ id: sellers.id })
    .from(sellers)
    .where(and(eq(sellers.id, sellerId), inArray(sellers.status, DESK_STATUSES)));
  return found.length > 0;
}

/** Who works for a seller, by user id. */
export async function listMembers(
  db: Executor,
  sellerId: string,
): Promise<{ readonly userId: string; readonly role: SellerRole }[]> {
  return db
    .select({ userId: sellerMembers.userId, role: sellerMembers.role })
    .from(sellerMembers)
    .where(eq(sellerMembers.sellerId, sellerId))
    .orderBy(asc(sellerMembers.createdAt));
}

function toRecord(row: typeof sellers.$inferSelect): SellerRecord {
  const { name, slug, status, statusReason, tagline, story, city, country } = row;
  return {
    sellerId: publicId('sel', row.id),
    name,
    slug,
    status,
    statusReason,
    tagline,
    story,
    city,
    country,
    appliedAt: row.createdAt.toISOString(),
  };
}
