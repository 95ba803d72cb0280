import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { addresses, customers } from '@/db/schema/customers';
import { publicId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { MAX_ADDRESSES, type PostalAddress, type SavedAddress } from './model';

/**
 * The address book. The first address is the default, and some address always is while there is any.
 * Writers hold the customer's row, so that two tabs cannot make two defaults.
 */
export async function listAddresses(db: Executor, customerId: string): Promise<SavedAddress[]> {
  const rows = await db
    .select()
    .from(addresses)
    .where(bookOf(customerId))
    .orderBy(desc(addresses.isDefault), desc(addresses.createdAt));
  return rows.map(toSavedAddress);
}

export async function getAddress(
  db: Executor,
  customerId: string,
  addressId: string,
): Promise<SavedAddress | null> {
  const [row] = await db.select().from(addresses).where(oneOf(customerId, addressId));
  return row ? toSavedAddress(row) : null;
}

export async function addAddress(
  db: Database,
  customerId: string,
  address: PostalAddress & { readonly isDefault: boolean },
): Promise<Result<{ addressId: string }, 'address_limit_reached'>> {
  return inBook(db, customerId, async (tx) => {
    const [present] = await tx.select({ count: count() }).from(addresses).where(bookOf(customerId));
    if (present!.count >= MAX_ADDRESSES) return refuse('address_limit_reached', { limit: MAX_ADDRESSES });
    const isDefault = address.isDefault || present!.count === 0;
    if (isDefault) await clearDefault(tx, customerId);
    const [added] = await tx
      .insert(addresses)
      .values({ ...postalParts(address), customerId, isDefault })
      .returning({ id: addresses.id });
    return ok({ addressId: publicId('adr', added!.id) });
  });
}

/** Changes an address; the default stays one until another is made so. */
export async function updateAddress(
  db: Database,
  customerId: string,
  addressId: string,
  address: PostalAddress & { readonly isDefault: boolean },
): Promise<Result<null, 'not_found'>> {
  return inBook(db, customerId, async (tx) => {
    const changed = await tx
      .update(addresses)
      .set(postalParts(address))
      .where(oneOf(customerId, addressId))
      .returning({ id: addresses.id });
    if (changed.length === 0) return refuse('not_found');
    if (address.isDefault) await setDefault(tx, customerId, addressId);
    return ok(null);
  });
}

export async function makeDefaultAddress(
  db: Database,
  customerId: string,
  addressId: string,
): Promise<Result<null, 'not_found'>> {
  return inBook(db, customerId, async (tx) => {
    const [found] = await tx.select().from(addresses).where(oneOf(customerId, addressId));
    if (!found) return refuse('not_found');
    await setDefault(tx, customerId, addressId);
    return ok(null);
  });
}

/** The newest of the others becomes the default when the default goes. */
export async function removeAddress(
  db: Database,
  customerId: string,
  addressId: string,
  now: Date,
): Promise<Result<null, 'not_found'>> {
  return inBook(db, customerId, async (tx) => {
    const [removed] = await tx
      .update(addresses)
      .set({ deletedAt: now })
      .where(oneOf(customerId, addressId))
      .returning({ wasDefault: addresses.isDefault });
    if (!removed) return refuse('not_found');
    if (removed.wasDefault) await promoteNewest(tx, customerId);
    return ok(null);
  });
}

function bookOf(customerId: string) {
  return and(eq(addresses.customerId, customerId), isNull(addresses.deletedAt));
}

function oneOf(customerId: string, addressId: string) {
  return and(bookOf(customerId), eq(addresses.id, addressId));
}

async function inBook<T>(
  db: Database,
  customerId: string,
  change: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, customerId)).for('update');
    return change(tx);
  });
}

async function clearDefault(tx: Transaction, customerId: string): Promise<void> {
  await tx
    .update(addresses)
    .set({ isDefault: false })
    .where(and(bookOf(customerId), eq(addresses.isDefault, true)));
}

async function setDefault(tx: Transaction, customerId: string, addressId: string): Promise<void> {
  await clearDefault(tx, customerId);
  await tx.update(addresses).set({ isDefault: true }).where(oneOf(customerId, addressId));
}

async function promoteNewest(tx: Transaction, customerId: string): Promise<void> {
  const [newest] = await tx
    .select({ id: addresses.id })
    .from(addresses)
    .where(bookOf(customerId))
    .orderBy(desc(addresses.createdAt))
    .limit(1);
  if (newest) await setDefault(tx, customerId, newest.id);
}

function postalParts(address: PostalAddress): PostalAddress {
  const { recipient, line1, line2, city, region, postalCode, country, phone } = address;
  return { recipient, line1, line2, city, region, postalCode, country, phone };
}

function toSavedAddress(row: typeof addresses.$inferSelect): SavedAddress {
  return { ...postalParts(row), addressId: publicId('adr', row.id), isDefault: row.isDefault };
}
