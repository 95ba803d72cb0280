import { and, asc, eq } from 'drizzle-orm';
import { deliveryOptions, sellerPromises, sellers, shippingZones } from '@/db/schema/sellers';
import { publicId } from '@/lib/kernel/ids';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import type { LearnedDays, ShippingZoneView, ShippingView, ZoneRate } from './model';

/** How a seller sends: how fast it hands over, into which zones, at what price, and what its history teaches. */
export async function getShipping(db: Executor, sellerId: string, currency: Currency): Promise<ShippingView> {
  const [[seller], zones, options, learned] = await Promise.all([
    db.select({ handlingDays: sellers.handlingDays }).from(sellers).where(eq(sellers.id, sellerId)),
    db
      .select()
      .from(shippingZones)
      .where(eq(shippingZones.sellerId, sellerId))
      .orderBy(asc(shippingZones.createdAt), asc(shippingZones.id)),
    db
      .select()
      .from(deliveryOptions)
      .where(and(eq(deliveryOptions.sellerId, sellerId), eq(deliveryOptions.currency, currency)))
      .orderBy(asc(deliveryOptions.position)),
    db.select().from(sellerPromises).where(eq(sellerPromises.sellerId, sellerId)),
  ]);
  if (!seller) throw new Error(`Seller ${sellerId} does not exist`);
  const ratesOf = (zoneId: string | null): ZoneRate[] =>
    options
      .filter((option) => option.zoneId === zoneId)
      .map(({ code, priceMinor, freeFromMinor, minDays, maxDays }) => ({
        code,
        price: { amountMinor: priceMinor, currency },
        freeFrom: freeFromMinor === null ? null : { amountMinor: freeFromMinor, currency },
        minDays,
        maxDays,
      }));
  const learnedOf = (measure: string): LearnedDays | null => {
    const found = learned.find((each) => each.measure === measure);
    return found ? { minDays: found.minDays, maxDays: found.maxDays, parcels: found.parcels } : null;
  };
  const rest: ShippingZoneView = { zoneId: 'rest', name: '', countries: [], rates: ratesOf(null) };
  return {
    handlingDays: seller.handlingDays,
    learned: {
      handling: learnedOf('handling'),
      standard: learnedOf('standard'),
      express: learnedOf('express'),
    },
    zones: [
      ...zones.map(({ id, name, countries }) => ({
        zoneId: publicId('zon', id),
        name,
        countries,
        rates: ratesOf(id),
      })),
      ...(rest.rates.length > 0 ? [rest] : []),
    ],
  };
}
