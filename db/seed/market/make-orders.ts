import { taxCategoryOf } from '@/lib/catalog';
import { NO_DISCOUNT, promiseDelivery, quoteOrder, type Quote, standardCommissionRate } from '@/lib/pricing';
import { SELLERS } from '../demo-data/sellers';
import { randomFrom, type Random } from '../random';
import type { SeedOffer, SeedProduct, SeedVariant } from './make-products';

/** How far one seller's part of an order has come. */
export type SeedPartStatus = 'to_accept' | 'to_ship' | 'shipped' | 'delivered' | 'cancelled';

export type SeedPart = {
  readonly sellerName: string;
  readonly status: SeedPartStatus;
  readonly shipBy: Date;
  readonly promisedFrom: Date;
  readonly promisedTo: Date;
};

export type SeedItem = {
  readonly product: SeedProduct;
  readonly variant: SeedVariant;
  readonly offer: SeedOffer;
};

export type SeedOrder = {
  readonly serial: number;
  /** Index into the buyers. */
  readonly buyer: number;
  readonly placedAt: Date;
  readonly quote: Quote;
  /** By offer id. */
  readonly items: ReadonlyMap<string, SeedItem>;
  readonly parts: readonly SeedPart[];
};

/** What there is, and what was ordered of it. */
export type Market = { readonly products: readonly SeedProduct[]; readonly orders: readonly SeedOrder[] };

const DAY_MS = 24 * 3600 * 1000;
const DAYS = 92;
/** Parcels of Central Europe; tax is that of the buyer's country. */
const DELIVERY = { priceMinor: 490, freeFromMinor: 4900 } as const;

/** Three months of orders, oldest first, busier toward the present; `before` have been made of others. */
export function makeOrders(
  products: readonly SeedProduct[],
  count: number,
  buyers: readonly { readonly country: string }[],
  now: Date,
  before = 0,
): SeedOrder[] {
  const shelf: (readonly [SeedProduct, number])[] = products
    .filter((product) => product.offers.some(({ onHand }) => onHand > 0))
    .map((product) => [product, 0.05 + product.appeal]);
  return Array.from({ length: count }, (_, index) => {
    const serial = before + index;
    const random = randomFrom(`order ${serial}`);
    const ageMs = (1 - ((index + random.next()) / count) ** 0.75) * DAYS * DAY_MS;
    const placedAt = new Date(now.getTime() - Math.max(ageMs, 20 * 60 * 1000));
    const buyer = index % 60 === 59 || index === count - 2 ? 0 : random.between(0, buyers.length - 1);
    return makeOrder(serial, buyer, buyers[buyer]?.country ?? 'DE', placedAt, now, shelf, random);
  });
}

function makeOrder(
  serial: number,
  buyer: number,
  country: string,
  placedAt: Date,
  now: Date,
  shelf: readonly (readonly [SeedProduct, number])[],
  random: Random,
): SeedOrder {
  const wanted = Array.from(
    {
      length: random.weighted([
        [1, 60],
        [2, 25],
        [3, 10],
        [4, 5],
      ]),
    },
    () => random.weighted(shelf),
  );
  const items = new Map<string, SeedItem>();
  for (const product of wanted) {
    const offer = random.pick(product.offers);
    const variant = product.variants.find(({ id }) => id === offer.variantId);
    if (variant) items.set(offer.id, { product, variant, offer });
  }
  const quote = quoteOrder({
    currency: 'EUR',
    destination: { country, postalCode: '' },
    at: placedAt,
    deliveries: new Map([...items.values()].map(({ offer }) => [offer.sellerName, DELIVERY])),
    lines: [...items.values()].map(({ offer, product }) => ({
      offerId: offer.id,
      sellerId: offer.sellerName,
      quantity: random.weighted([
        [1, 85],
        [2, 12],
        [3, 3],
      ]),
      unitPriceMinor: offer.priceMinor.EUR,
      taxCategory: taxCategoryOf(product.category),
      commissionRate: standardCommissionRate(null),
      ...NO_DISCOUNT,
    })),
  });
  const ageDays = (now.getTime() - placedAt.getTime()) / DAY_MS;
  return {
    serial,
    buyer,
    placedAt,
    quote,
    items,
    parts: quote.sellers.map(({ sellerId: sellerName }) => {
      const handlingDays = SELLERS.find(({ name }) => name === sellerName)?.handlingDays ?? 2;
      const promise = promiseDelivery(placedAt, handlingDays, { minDays: 2, maxDays: 4 });
      return {
        sellerName,
        status: statusAt(ageDays, random),
        shipBy: promise.shipBy,
        promisedFrom: promise.from,
        promisedTo: promise.to,
      };
    }),
  };
}

function statusAt(ageDays: number, random: Random): SeedPartStatus {
  if (ageDays > 2 && random.chance(0.03)) return 'cancelled';
  if (ageDays > 7) return 'delivered';
  if (ageDays > 3) return random.chance(0.75) ? 'shipped' : 'to_ship';
  return ageDays > 1
    ? random.pick(['to_ship', 'shipped'] as const)
    : random.pick(['to_accept', 'to_ship'] as const);
}
