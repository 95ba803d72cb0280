import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import { promotions } from '@/db/schema/promotions';
import { setCartCurrency, setPromotionCode } from '@/lib/carts';
import { getCheckout, placeOrder } from '@/lib/checkout';
import { deliverParcel, shipParcel } from '@/lib/fulfilment';
import { grantCredit } from '@/lib/credit';
import { newId } from '@/lib/kernel/ids';
import type { Currency, Money } from '@/lib/kernel/money';
import { issueGiftCard, redeemGiftCard } from '@/lib/gift-cards';
import { giftCardCode } from '@/lib/gift-cards/code';
import { acceptSellerOrder, cancelLinesBySeller, listLineMoney } from '@/lib/orders';
import {
  getPayment,
  reconcileDisputes,
  reconcilePayments,
  requestRefund,
  retryDueRefunds,
  storeStripeEvent,
} from '@/lib/payments';
import { endDueHolds, placeHold, releaseDue, requestPayout, reverseUnearnedTransfers } from '@/lib/payouts';
import { transact } from '@/lib/platform/transact';
import { actAsBuyer, actAsSeller, getReturn, inspectReturn, requestReturn } from '@/lib/returns';
import { works } from '@/workers/background/registry';
import { drain } from '@/workers/background/worker';
import { testDatabase } from '../support/database';
import { offerForSale, type Goods } from '../support/goods';
import { expectMoneyToAddUp } from '../support/money-invariants';
import { ADDRESS, ADDRESS_IN_NEW_YORK, readyToOrder } from '../support/orders';
import { testPayments } from '../support/payments';
import { signedInPerson, type Person } from '../support/people';
import { paidSeller } from '../support/seller-money';

vi.mock('@/lib/platform/mail', () => import('../support/sent-mail'));

/** A handful with every `npm test`; hundreds by `npm run test:faults`. */
const RUNS = Number(process.env.SOUK_FAULT_RUNS ?? 3);
const LONGEST_STORY = 14;
const SELLERS = 6;
const CODE = 'RANDOM';
const DAY_MS = 24 * 3600 * 1000;

const { db, ownerDb } = await testDatabase({ poolSize: 20 });
const payments = testPayments();
const shop = { db, ownerDb, payments };
const sellers: string[] = [];
const goods: Goods[] = [];

beforeAll(async () => {
  await ownerDb
    .insert(promotions)
    .values({ code: CODE, kind: 'percent', basisPoints: 1300, startsAt: new Date(0) });
  for (let index = 0; index < SELLERS; index++) {
    const sellerId = await paidSeller(shop);
    sellers.push(sellerId);
    const priceMinor = 333 + 1117 * index;
    goods.push(
      await offerForSale(ownerDb, {
        ...{ sellerId, priceMinor, onHand: 100_000, shippingMinor: 97 * index },
        alsoFor: { JPY: 101 + 457 * index, KWD: 1_110 + 2_330 * index },
      }),
    );
  }
}, 60_000);

type Part = { id: string; order_id: string; seller_id: string; status: string; version: number };
type Line = { orderLineId: string; quantity: number };
type Dice = (sides: number) => number;

/** One thing that happens; what the state refuses does not happen. */
const STEPS: Readonly<Record<string, (dice: Dice) => Promise<void>>> = {
  async buy(dice) {
    const wishes = goods
      .toSorted((a, b) => a.offerId.localeCompare(b.offerId))
      .slice(0, 1 + dice(SELLERS))
      .map(({ offerId }) => ({ offerId, quantity: 1 + dice(4) }));
    const address = dice(2) === 0 ? ADDRESS : ADDRESS_IN_NEW_YORK;
    const buyer = await signedInPerson(ownerDb);
    const currency = someCurrency(dice);
    const useCredit = dice(2) === 0;
    if (useCredit) await giveCredit(buyer, { amountMinor: 1 + dice(9_000), currency }, dice(2) === 0);
    const ready = { ...(await readyToOrder(db, buyer, wishes, address)), useCredit };
    await setCartCurrency(db, ready.owner, currency);
    if (dice(2) === 0) await setPromotionCode(db, ready.owner, CODE);
    const { fingerprint } = await getCheckout(db, { ...ready, destination: address });
    const placed = await placeOrder(db, { ...ready, fingerprint });
    if (!placed.ok) throw new Error(placed.error);
    const { orderId } = placed.value;
    // Credit may have paid for all of it.
    if ((await getPayment(db, orderId))!.status === 'captured') return;
    await payments.pay(db, orderId);
    const told = await payments.events(db, orderId);
    if (dice(4) === 0) {
      // No webhook ever comes: reconciling finds it.
      await ownerDb.execute(sql`update payments set updated_at = now() - interval '1 hour'
        where order_id = ${orderId}`);
      await reconcilePayments(db, new Date());
      return;
    }
    for (const event of [...told.toReversed(), ...told]) await storeStripeEvent(db, event);
  },
  async accept(dice) {
    const part = await somePart(dice, 'to_accept');
    if (part) await acceptSellerOrder(db, actOn(part));
  },
  async cancel(dice) {
    const part = await somePart(dice, 'to_accept', 'to_ship', 'partly_shipped');
    if (!part) return;
    const lines = (await openLines(part)).map((line) => ({ ...line, quantity: 1 + dice(line.quantity) }));
    await cancelLinesBySeller(db, { ...actOn(part), lines, version: part.version, reason: 'broken' });
  },
  async send(dice) {
    const part = await somePart(dice, 'to_ship', 'partly_shipped');
    if (!part) return;
    const lines = (await openLines(part)).map((line) => ({ ...line, quantity: 1 + dice(line.quantity) }));
    await shipParcel(db, { ...actOn(part), carrier: '', trackingNumber: '', lines });
  },
  async arrive(dice) {
    const part = await somePart(dice, 'shipped', 'partly_shipped');
    if (!part) return;
    const parcels = await db.execute<{ id: string }>(
      sql`select id from shipments where seller_order_id = ${part.id} and status <> 'delivered'`,
    );
    for (const { id: shipmentId } of parcels) await deliverParcel(db, { ...actOn(part), shipmentId });
  },
  async refund(dice) {
    const part = await somePart(dice, 'delivered');
    if (!part) return;
    const { id: sellerOrderId, order_id: orderId } = part;
    const sold = await listLineMoney(db, { sellerOrderId });
    const lines = sold.map(({ orderLineId, quantity }) => ({ orderLineId, quantity: 1 + dice(quantity) }));
    const refund = { orderId, sellerOrderId, lines, cause: `story:${newId()}`, reason: 'sent back' };
    await transact(db, (tx) => requestRefund(tx, refund));
  },
  async sendBack(dice) {
    const part = await somePart(dice, 'delivered');
    if (!part) return;
    const { id: sellerOrderId, order_id: orderId } = part;
    const sold = await listLineMoney(db, { sellerOrderId });
    const lines = sold
      .filter(() => dice(2) === 0)
      .map(({ orderLineId, quantity }) => ({ orderLineId, quantity: 1 + dice(quantity) }));
    const why = { reason: 'faulty', note: 'It does not work', now: new Date() } as const;
    const asked = await requestReturn(db, { ...why, orderId, sellerOrderId, lines });
    if (!asked.ok) return;
    const { returnId } = asked.value;
    const act = async () => {
      const { version } = (await getReturn(db, returnId))!;
      return { returnId, version, words: 'as the rule says', now: new Date() };
    };
    const seller = { sellerId: part.seller_id, userId: part.seller_id };
    await actAsSeller(db, { ...(await act()), ...seller, event: 'accept' });
    await actAsBuyer(db, { ...(await act()), orderId, event: 'send' });
    await actAsSeller(db, { ...(await act()), ...seller, event: 'receive' });
    const verdict = dice(4) === 0 ? 'reject' : 'refund';
    const restock = lines.slice(dice(2));
    await inspectReturn(db, { ...(await act()), ...seller, verdict, restock });
  },
  async dispute(dice) {
    const intent = await someIntent(dice);
    if (!intent) return;
    const kind = (['fraudulent', 'product_not_received', 'inquiry'] as const)[dice(3)];
    await control(`payment_intents/${intent}/dispute`, { kind });
    await tellOfDisputes(dice);
  },
  async decide(dice) {
    const open = await db.execute<{ id: string; taken: number }>(sql`
      select provider_dispute_id as id, withdrawn_minor::int as taken from disputes
      where status in ('needs_response', 'under_review') order by id`);
    if (open.length === 0) return;
    const { id, taken } = open[dice(open.length)]!;
    const status = taken === 0 ? 'warning_closed' : dice(2) === 0 ? 'won' : 'lost';
    await control(`disputes/${id}/settle`, { status });
    await tellOfDisputes(dice);
  },
  async retryRefunds() {
    await retryDueRefunds(db, new Date(Date.now() + 100 * DAY_MS));
  },
  release: () => releaseDue(db, new Date()),
  async payOut(dice) {
    await requestPayout(db, {
      sellerId: someSeller(dice),
      currency: someCurrency(dice),
      now: new Date(),
    });
  },
  async hold(dice) {
    const currency = someCurrency(dice);
    const hold = { currency, rule: 'operator', reason: 'a look', placedBy: 'system' } as const;
    const releaseAt = new Date(Date.now() + dice(2) * DAY_MS);
    await db.transaction((tx) =>
      placeHold(tx, { ...hold, sellerId: someSeller(dice), amountMinor: 1 + dice(500), releaseAt }),
    );
  },
  endHolds: () => endDueHolds(db, new Date()),
  takeBack: () => reverseUnearnedTransfers(db, new Date(Date.now() + 8 * DAY_MS)),
};

async function control(path: string, body: object): Promise<void> {
  await fetch(`${payments.url()}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
}

/** A payment that no bank has asked back yet. */
async function someIntent(dice: Dice): Promise<string | undefined> {
  const paid = await db.execute<{ id: string }>(sql`
    select intent_id as id from payments p
    where status = 'captured' and refunded_minor < captured_minor
      and not exists (select 1 from disputes where payment_id = p.id)
    order by created_at desc, id limit 6`);
  return paid.length > 0 ? paid[dice(paid.length)]?.id : undefined;
}

/** Told twice and backwards, or never: then asking finds out. */
async function tellOfDisputes(dice: Dice): Promise<void> {
  if (dice(3) === 0) return reconcileDisputes(db, new Date());
  const { data } = await payments.stripe().events.list({ limit: 10 });
  const told = data.filter(({ type }) => type.startsWith('charge.dispute.'));
  for (const event of [...told, ...told.toReversed()]) await storeStripeEvent(db, event);
}

/** As goodwill, or as a gift card. */
async function giveCredit({ userId, customerId }: Person, amount: Money, asCard: boolean): Promise<void> {
  const why = { amount, reason: 'goodwill', actor: 'system' } as const;
  if (!asCard) {
    await grantCredit(db, { ...why, userId, key: newId() });
    return;
  }
  const giftCardId = newId();
  const card = { ...why, giftCardId, recipientEmail: 'somebody@people.example', message: '', locale: 'en' };
  await issueGiftCard(db, card, new Date());
  await redeemGiftCard(db, { customerId, code: giftCardCode(giftCardId), now: new Date() });
}

/** With none, two and three digits after the point. */
function someCurrency(dice: Dice): Currency {
  return (['EUR', 'JPY', 'KWD'] as const)[dice(3)]!;
}

function someSeller(dice: Dice): string {
  return sellers[dice(sellers.length)]!;
}

function actOn(part: Part) {
  return { sellerOrderId: part.id, sellerId: part.seller_id, userId: part.seller_id, now: new Date() };
}

async function somePart(dice: Dice, ...statuses: string[]): Promise<Part | undefined> {
  const parts = await db.execute<Part>(sql`
    select id, order_id, seller_id, status, version from seller_orders
    where status::text in ${statuses} order by placed_at desc, id limit 12`);
  return parts.length > 0 ? parts[dice(parts.length)] : undefined;
}

async function openLines(part: Part): Promise<Line[]> {
  const rows = await db.execute<Line>(sql`
    select id as "orderLineId", quantity - cancelled_quantity - shipped_quantity as quantity
    from order_lines where seller_order_id = ${part.id} order by id`);
  return rows.filter(({ quantity }) => quantity > 0);
}

const step = fc.record({
  name: fc.oneof(
    { weight: 2, arbitrary: fc.constant('buy') },
    { weight: 7, arbitrary: fc.constantFrom(...Object.keys(STEPS)) },
  ),
  rolls: fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }),
});

it(
  'whatever happens in whatever order, money and stock add up after every step',
  async () => {
    const seen: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: LONGEST_STORY }), async (story) => {
        const whole = [{ name: 'buy', rolls: [0, 3, 1, 2, 1, 2, 1, 3] }, ...story];
        for (const { name, rolls } of whole) {
          let next = 0;
          const dice: Dice = (sides) => (rolls[next++ % rolls.length] ?? 0) % sides;
          seen.push(name);
          await STEPS[name]?.(dice);
          await drain(db, works);
          await expectMoneyToAddUp(db);
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(seen).toContain('buy');
  },
  RUNS * 60_000,
);
