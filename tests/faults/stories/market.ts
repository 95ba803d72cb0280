import { sql } from 'drizzle-orm';
import type { Currency } from '@/lib/kernel/money';
import type { LineQuantity } from '@/lib/orders';
import { offerForSale, type Goods } from '../../support/goods';
import { signedInPerson, type Person } from '../../support/people';
import { runningPromotion } from '../../support/promotions';
import { paidSeller } from '../../support/seller-money';
import type { ShopWithBooks } from '../../support/shop-with-books';

export const CODE = 'RANDOM';

const SELLERS = 6;
const BUYERS = 4;

/** Where stories happen: six sellers with a thing each, in three currencies, and buyers who come again. */
export type Market = ShopWithBooks & {
  readonly sellers: readonly string[];
  readonly goods: readonly Goods[];
  readonly buyers: readonly Person[];
};

/** What the story's chance says next: a number under `sides`. */
export type Dice = (sides: number) => number;

/** One thing that may happen; false when the state of the market has no place for it. */
export type Step = (market: Market, dice: Dice) => Promise<boolean>;

export async function openMarket(shop: ShopWithBooks): Promise<Market> {
  const { ownerDb } = shop;
  const goods: Goods[] = [];
  for (let index = 0; index < SELLERS; index++) {
    const sellerId = await paidSeller(shop);
    const thing = { sellerId, priceMinor: 333 + 1117 * index, onHand: 100_000, shippingMinor: 97 * index };
    const alsoFor = { JPY: 101 + 457 * index, KWD: 1_110 + 2_330 * index };
    goods.push(await offerForSale(ownerDb, { ...thing, alsoFor }));
  }
  await runPromotions(shop, goods);
  const buyers = await Promise.all(Array.from({ length: BUYERS }, () => signedInPerson(ownerDb)));
  return { ...shop, buyers, goods, sellers: goods.map(({ sellerId }) => sellerId) };
}

/** Of every kind, some at the market's cost, some that combine and some that do not. */
async function runPromotions({ db }: ShopWithBooks, goods: readonly Goods[]): Promise<void> {
  const [first, second, third, fourth, fifth] = goods.map(({ sellerId }) => sellerId);
  const percent = (basisPoints: number) => ({ kind: 'percent', basisPoints }) as const;
  const threeForTwo = { kind: 'buy_get', buyQuantity: 2, getQuantity: 1, basisPoints: 10_000 } as const;
  const pair = { kind: 'bundle', off: percent(2500) } as const;
  const few = { maxRedemptions: 7 } as const;
  await runningPromotion(db, { sellerId: null, code: CODE, reduction: percent(1300), combines: true });
  await runningPromotion(db, {
    sellerId: null,
    reduction: percent(170),
    minSubtotalMinor: 900,
    currency: 'JPY',
  });
  await runningPromotion(db, { sellerId: first!, reduction: threeForTwo, combines: true });
  await runningPromotion(db, { sellerId: first!, reduction: percent(777), combines: true, ...few });
  await runningPromotion(db, { sellerId: second!, reduction: percent(9000) });
  await runningPromotion(db, {
    sellerId: third!,
    reduction: pair,
    offers: new Map([[goods[2]!.offerId, 2]]),
  });
  await runningPromotion(db, { sellerId: fourth!, reduction: { kind: 'free_delivery' } });
  const fixed = { kind: 'fixed', amountMinor: 310 } as const;
  await runningPromotion(db, { sellerId: fifth!, reduction: fixed, currency: 'KWD', budgetMinor: 3_000 });
}

/** With none, two and three digits after the point. */
export function someCurrency(dice: Dice): Currency {
  return pick(dice, ['EUR', 'JPY', 'KWD'] as const)!;
}

/** Undefined when there is nothing to choose from. */
export function pick<Item>(dice: Dice, items: readonly Item[]): Item | undefined {
  return items.length > 0 ? items[dice(items.length)] : undefined;
}

export type Part = {
  readonly id: string;
  readonly order_id: string;
  readonly seller_id: string;
  readonly version: number;
};

/** One of the latest seller orders that stand so. */
export async function somePart({ db }: Market, dice: Dice, ...statuses: string[]): Promise<Part | undefined> {
  const parts = await db.execute<Part>(sql`
    select id, order_id, seller_id, version from seller_orders
    where status::text in ${statuses} order by placed_at desc, id limit 12`);
  return pick(dice, parts);
}

export function actOn(part: Part) {
  return { sellerOrderId: part.id, sellerId: part.seller_id, userId: part.seller_id, now: new Date() };
}

/** What of a part is neither sent nor called off. */
export async function openLines({ db }: Market, part: Part): Promise<LineQuantity[]> {
  const rows = await db.execute<{ orderLineId: string; quantity: number }>(sql`
    select id as "orderLineId", quantity - cancelled_quantity - shipped_quantity as quantity
    from order_lines where seller_order_id = ${part.id} order by id`);
  return rows.filter(({ quantity }) => quantity > 0);
}

/** Some pieces of each. */
export function someOf(dice: Dice, lines: readonly LineQuantity[]): LineQuantity[] {
  return lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity: 1 + dice(quantity) }));
}

/** What the provider does by itself, or a bank behind it. */
export async function control({ payments }: Market, path: string, body: object): Promise<void> {
  await fetch(`${payments.url()}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
}
