import { and, eq, isNull, ne } from 'drizzle-orm';
import { deliveryOptions, sellers, shippingZones } from '@/db/schema/sellers';
import { newId } from '@/lib/kernel/ids';
import type { Currency } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { transact } from '@/lib/platform/transact';
import { sellerShippingChanged } from './events';

/** A zone as its seller wants it. */
export type WantedZone = {
  readonly sellerId: string;
  /** Null for a new one; `rest` for everywhere that no zone names. */
  readonly zoneId: string | null;
  readonly name: string;
  /** None: everywhere that no other zone names. */
  readonly countries: readonly string[];
  readonly currency: Currency;
  readonly rates: readonly WantedRate[];
};

export type WantedRate = {
  readonly code: 'standard' | 'express';
  readonly priceMinor: number;
  readonly freeFromMinor: number | null;
  readonly minDays: number;
  readonly maxDays: number;
};

/** Keeps a zone and its rates as they are wanted. Refuses a country, or an "everywhere else", that another zone has. */
export async function saveShippingZone(
  db: Database,
  wanted: WantedZone,
): Promise<Result<void, 'not_found' | 'zone_overlap'>> {
  return transact(db, async (tx): Promise<Result<void, 'not_found' | 'zone_overlap'>> => {
    await lockShipping(tx, wanted.sellerId);
    const zoneId = wanted.zoneId === 'rest' ? null : wanted.zoneId;
    if (wanted.zoneId !== null && !(await exists(tx, wanted.sellerId, zoneId))) return refuse('not_found');
    const taken = await takenCountry(tx, wanted);
    if (taken !== null) return refuse('zone_overlap', { country: taken });

    const keptId = wanted.countries.length === 0 ? null : await keepZone(tx, wanted, zoneId);
    await forgetRates(tx, wanted.sellerId, wanted.zoneId === null ? keptId : zoneId);
    if (zoneId !== null && keptId === null)
      await tx.delete(shippingZones).where(eq(shippingZones.id, zoneId));
    const { sellerId, currency } = wanted;
    await tx
      .insert(deliveryOptions)
      .values(
        wanted.rates.map((rate, position) => ({ ...rate, sellerId, currency, zoneId: keptId, position })),
      );
    await tellOfChange(tx, sellerId);
    return ok(undefined);
  });
}

/** Sends there no more. Refuses the last zone: a shop that sends nowhere cannot sell. */
export async function removeShippingZone(
  db: Database,
  { sellerId, zoneId }: { readonly sellerId: string; readonly zoneId: string },
): Promise<Result<void, 'not_found' | 'last_zone'>> {
  return transact(db, async (tx): Promise<Result<void, 'not_found' | 'last_zone'>> => {
    await lockShipping(tx, sellerId);
    const id = zoneId === 'rest' ? null : zoneId;
    if (!(await exists(tx, sellerId, id))) return refuse('not_found');
    await forgetRates(tx, sellerId, id);
    if (id !== null) await tx.delete(shippingZones).where(eq(shippingZones.id, id));
    const left = await tx
      .select({ code: deliveryOptions.code })
      .from(deliveryOptions)
      .where(eq(deliveryOptions.sellerId, sellerId))
      .limit(1);
    if (left.length === 0) return refuse('last_zone');
    await tellOfChange(tx, sellerId);
    return ok(undefined);
  });
}

/** Working days from payment to hand-over, as the seller says; counts until its own history says better. */
export async function saveHandlingDays(
  db: Database,
  { sellerId, handlingDays }: { readonly sellerId: string; readonly handlingDays: number },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(sellers).set({ handlingDays }).where(eq(sellers.id, sellerId));
    await tellOfChange(tx, sellerId);
  });
}

/** Two members who change zones at once do so one after the other. */
async function lockShipping(tx: Transaction, sellerId: string): Promise<void> {
  await tx.select({ id: sellers.id }).from(sellers).where(eq(sellers.id, sellerId)).for('no key update');
}

async function exists(tx: Transaction, sellerId: string, zoneId: string | null): Promise<boolean> {
  const [found] =
    zoneId === null
      ? await tx
          .select({ sellerId: deliveryOptions.sellerId })
          .from(deliveryOptions)
          .where(and(eq(deliveryOptions.sellerId, sellerId), isNull(deliveryOptions.zoneId)))
          .limit(1)
      : await tx
          .select({ sellerId: shippingZones.sellerId })
          .from(shippingZones)
          .where(and(eq(shippingZones.id, zoneId), eq(shippingZones.sellerId, sellerId)));
  return found !== undefined;
}

/** A wanted country that another zone of the seller has; empty for an "everywhere else" that is there already. */
async function takenCountry(tx: Transaction, wanted: WantedZone): Promise<string | null> {
  const { sellerId, zoneId, countries } = wanted;
  if (countries.length === 0) {
    return zoneId !== 'rest' && (await exists(tx, sellerId, null)) ? '' : null;
  }
  const itself = zoneId === null || zoneId === 'rest' ? undefined : ne(shippingZones.id, zoneId);
  const others = await tx
    .select({ countries: shippingZones.countries })
    .from(shippingZones)
    .where(and(eq(shippingZones.sellerId, sellerId), itself));
  return countries.find((country) => others.some((other) => other.countries.includes(country))) ?? null;
}

async function keepZone(tx: Transaction, wanted: WantedZone, zoneId: string | null): Promise<string> {
  const { sellerId, name } = wanted;
  const countries = [...wanted.countries];
  if (zoneId !== null) {
    await tx.update(shippingZones).set({ name, countries }).where(eq(shippingZones.id, zoneId));
    return zoneId;
  }
  const id = newId();
  await tx.insert(shippingZones).values({ id, sellerId, name, countries });
  return id;
}

async function forgetRates(tx: Transaction, sellerId: string, zoneId: string | null): Promise<void> {
  const ofZone = zoneId === null ? isNull(deliveryOptions.zoneId) : eq(deliveryOptions.zoneId, zoneId);
  await tx.delete(deliveryOptions).where(and(eq(deliveryOptions.sellerId, sellerId), ofZone));
}

async function tellOfChange(tx: Transaction, sellerId: string): Promise<void> {
  await emitEvent(tx, sellerShippingChanged, {
    aggregateId: sellerId,
    aggregateVersion: 0,
    payload: { sellerId },
  });
}
