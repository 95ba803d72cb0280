import { sql } from 'drizzle-orm';
import { setCartCurrency, setPromotionCode } from '@/lib/carts';
import { getCheckout, placeOrder } from '@/lib/checkout';
import { grantCredit } from '@/lib/credit';
import { issueGiftCard, redeemGiftCard } from '@/lib/gift-cards';
import { giftCardCode } from '@/lib/gift-cards/code';
import { newId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';
import { cancelLinesByBuyer, cancelOrderByBuyer } from '@/lib/orders';
import { expireUnpaidOrders, getPayment, reconcilePayments, storeStripeEvent } from '@/lib/payments';
import { ADDRESS, ADDRESS_IN_NEW_YORK, readyToOrder } from '../../support/orders';
import type { Person } from '../../support/people';
import {
  actOn,
  CODE,
  openLines,
  pick,
  someCurrency,
  someOf,
  somePart,
  type Dice,
  type Market,
  type Step,
} from './market';

/** The card whose refunds arrive, two whose refunds wait for the bank, and one whose refunds come back. */
const CARDS = [
  'pm_card_visa',
  'pm_card_pendingRefund',
  'pm_card_pendingRefund',
  'pm_card_refundFail',
] as const;

export const buy: Step = async (market, dice) => {
  const orderId = await place(market, dice);
  // Credit may have paid for all of it.
  if (!(await awaitsPayment(market, orderId))) return true;
  if (dice(6) === 0) await market.payments.pay(market.db, orderId, 'pm_card_chargeDeclined').catch(() => {});
  // Some leave it at that.
  if (dice(7) === 0) return true;
  await market.payments.pay(market.db, orderId, pick(dice, CARDS));
  // Some call it off in another tab, at the same moment.
  if (dice(7) === 0) await cancelOrderByBuyer(market.db, { orderId, reason: 'too_late', now: new Date() });
  await tellOfPayment(market, dice, orderId);
  return true;
};

/** From the first basket of a story on, there is an order in the market. */
async function place(market: Market, dice: Dice): Promise<string> {
  const { db, goods, buyers } = market;
  const wishes = goods
    .toSorted((a, b) => a.offerId.localeCompare(b.offerId))
    .slice(0, 1 + dice(goods.length))
    .map(({ offerId }) => ({ offerId, quantity: 1 + dice(4) }));
  const address = dice(2) === 0 ? ADDRESS : ADDRESS_IN_NEW_YORK;
  const buyer = pick(dice, buyers)!;
  const currency = someCurrency(dice);
  const useCredit = dice(2) === 0;
  if (useCredit) await giveCredit(market, buyer, { amountMinor: 1 + dice(9_000), currency }, dice(2) === 0);
  const ready = { ...(await readyToOrder(db, buyer, wishes, address)), useCredit };
  await setCartCurrency(db, ready.owner, currency);
  await setPromotionCode(db, ready.owner, dice(2) === 0 ? CODE : null);
  const { fingerprint } = await getCheckout(db, { ...ready, destination: address });
  const placed = await placeOrder(db, { ...ready, fingerprint });
  if (!placed.ok) throw new Error(placed.error);
  return placed.value.orderId;
}

async function awaitsPayment({ db }: Market, orderId: string): Promise<boolean> {
  return (await getPayment(db, orderId))?.status !== 'captured';
}

/** Backwards and twice, or never: then reconciling finds it. */
async function tellOfPayment({ db, ownerDb, payments }: Market, dice: Dice, orderId: string): Promise<void> {
  if (dice(4) === 0) {
    await ownerDb.execute(
      sql`update payments set updated_at = now() - interval '1 hour' where order_id = ${orderId}`,
    );
    return reconcilePayments(db, new Date());
  }
  const told = await payments.events(db, orderId);
  for (const event of [...told.toReversed(), ...told]) await storeStripeEvent(db, event);
}

/** As goodwill, or as a gift card. */
async function giveCredit(
  { db }: Market,
  { userId, customerId }: Person,
  amount: Money,
  asCard: boolean,
): Promise<void> {
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

/** The time of what nobody paid for runs out. */
export const expire: Step = async ({ db, ownerDb }) => {
  const ended = await ownerDb.execute(
    sql`update reservations set expires_at = now() - interval '1 minute' where status = 'held' returning 1`,
  );
  await expireUnpaidOrders(db, new Date());
  return ended.length > 0;
};

export const cancelSome: Step = async (market, dice) => {
  const part = await somePart(market, dice, 'to_accept', 'to_ship');
  if (!part) return false;
  const lines = someOf(dice, await openLines(market, part));
  const cancelled = await cancelLinesByBuyer(market.db, {
    ...{ ...actOn(part), orderId: part.order_id, lines },
    ...{ version: part.version, reason: 'changed_mind' },
  });
  return cancelled.ok;
};

export const cancelAll: Step = async (market, dice) => {
  const part = await somePart(market, dice, 'pending_payment', 'to_accept', 'to_ship');
  if (!part) return false;
  const cancelled = { orderId: part.order_id, reason: 'changed_mind', now: new Date() };
  return (await cancelOrderByBuyer(market.db, cancelled)).ok;
};
