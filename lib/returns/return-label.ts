import { and, eq, isNull } from 'drizzle-orm';
import { orders } from '@/db/schema/orders';
import { returnLabels, returns } from '@/db/schema/returns';
import { announceReturnParcel } from '@/lib/fulfilment';
import { newId } from '@/lib/kernel/ids';
import { carriers, type BoughtLabel, type CarrierPort, type PostalAddress } from '@/lib/platform/carriers';
import type { Database, Executor } from '@/lib/platform/database';
import type { PrivateStorage } from '@/lib/platform/storage';
import { getBusiness } from '@/lib/sellers';
import { lockReturn } from './move-return';

/**
 * Buys the label with which an accepted return comes back at its seller's cost. Does nothing when the buyer pays for
 * sending it, when no carrier is configured or offers a label in the order's currency, and when nobody knows the
 * seller's address: then the buyer sends it otherwise. Bought once, however often this is called: what was prepared is
 * remembered before it is bought.
 */
export async function buyReturnLabel(
  db: Database,
  storage: PrivateStorage,
  returnId: string,
  now: Date,
): Promise<void> {
  const port = carriers();
  const wanted = port && (await loadWanted(db, returnId));
  if (!wanted) return;
  const label = await port.buyLabel(await prepare(db, port, returnId, wanted), wanted.currency);
  if (label) await keep(db, storage, { returnId, label, now });
}

/** The label as a PDF, for who may read the order; null when there is none. */
export async function readReturnLabel(
  db: Executor,
  storage: PrivateStorage,
  { returnId, orderId }: { readonly returnId: string; readonly orderId: string },
): Promise<Buffer | null> {
  const [row] = await db
    .select({ key: returnLabels.key })
    .from(returnLabels)
    .innerJoin(returns, eq(returns.id, returnLabels.returnId))
    .where(and(eq(returnLabels.returnId, returnId), eq(returns.orderId, orderId)));
  return row?.key ? storage.get(row.key) : null;
}

type Wanted = Parameters<CarrierPort['prepareLabel']>[0] & {
  readonly currency: typeof orders.$inferSelect.currency;
};

/** Null when no label is to be bought. */
async function loadWanted(db: Executor, returnId: string): Promise<Wanted | null> {
  const [row] = await db
    .select({ sellerId: returns.sellerId, address: orders.shippingAddress, currency: orders.currency })
    .from(returns)
    .innerJoin(orders, eq(orders.id, returns.orderId))
    .leftJoin(returnLabels, eq(returnLabels.returnId, returns.id))
    .where(
      and(
        eq(returns.id, returnId),
        eq(returns.status, 'accepted'),
        eq(returns.sellerPaysShipping, true),
        isNull(returnLabels.boughtAt),
      ),
    );
  const business = row && (await getBusiness(db, row.sellerId));
  if (!business) return null;
  const { recipient, ...buyer } = row.address;
  const { legalName, vatId: _vatId, ...seller } = business;
  const to: PostalAddress = { ...seller, name: legalName, phone: '' };
  return { from: { ...buyer, name: recipient }, to, currency: row.currency };
}

/** What the carrier calls the label; two that prepare one at the same time go on with the same. */
async function prepare(
  db: Database,
  port: CarrierPort,
  returnId: string,
  { currency, ...parcel }: Wanted,
): Promise<string> {
  const known = await findPrepared(db, returnId);
  if (known) return known;
  const providerLabelId = await port.prepareLabel(parcel);
  await db.insert(returnLabels).values({ returnId, providerLabelId, currency }).onConflictDoNothing();
  return (await findPrepared(db, returnId)) ?? providerLabelId;
}

async function findPrepared(db: Executor, returnId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ providerLabelId: returnLabels.providerLabelId })
    .from(returnLabels)
    .where(eq(returnLabels.returnId, returnId));
  return row?.providerLabelId;
}

async function keep(
  db: Database,
  storage: PrivateStorage,
  { returnId, label, now }: { returnId: string; label: BoughtLabel; now: Date },
): Promise<void> {
  const key = `return-label-${newId()}.pdf`;
  await storage.put(key, label.pdf);
  const isKept = await db.transaction(async (tx) => {
    const row = await lockReturn(tx, returnId);
    if (!row) throw new Error(`Return ${returnId} has a label and does not exist`);
    const kept = await tx
      .update(returnLabels)
      .set({ key, priceMinor: label.price.amountMinor, boughtAt: now })
      .where(and(eq(returnLabels.returnId, returnId), isNull(returnLabels.boughtAt)))
      .returning({ returnId: returnLabels.returnId });
    if (kept.length === 0) return false;
    const { orderId, sellerOrderId, sellerId } = row;
    const { carrier, trackingNumber } = label;
    await announceReturnParcel(tx, {
      ...{ returnId, orderId, sellerOrderId, sellerId },
      ...{ carrier, trackingNumber, now },
    });
    return true;
  });
  if (!isKept) await storage.delete(key);
}
