import { and, asc, eq, lte } from 'drizzle-orm';
import { giftCards } from '@/db/schema/gift-cards';
import { recordAudit } from '@/lib/audit';
import type { Money } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { postEntry, type Account } from '@/lib/ledger';
import type { Database, Transaction } from '@/lib/platform/database';
import { hashGiftCardCode } from './code';
import { nextGiftCardStatus, type GiftCardEvent } from './transitions';

type GiftCard = typeof giftCards.$inferSelect;

/**
 * Turns a gift card into its customer's store credit, for good. Refuses a code that is no card's (`gift_card_unknown`),
 * one that was used or taken back (`gift_card_used`), and one whose time is over (`gift_card_expired`).
 */
export async function redeemGiftCard(
  db: Database,
  request: { readonly customerId: string; readonly code: string; readonly now: Date },
): Promise<Result<Money, 'gift_card_unknown' | 'gift_card_used' | 'gift_card_expired'>> {
  const { customerId, code, now } = request;
  return db.transaction(async (tx): ReturnType<typeof redeemGiftCard> => {
    const card = await lock(tx, eq(giftCards.codeHash, hashGiftCardCode(code)));
    if (!card) return refuse('gift_card_unknown');
    if (card.status === 'expired' || (card.status === 'open' && card.expiresAt <= now)) {
      return refuse('gift_card_expired');
    }
    const closed = await close(tx, card, {
      event: 'redeem',
      to: { kind: 'store_credit', holderId: customerId },
      redeemedBy: customerId,
      now,
    });
    return closed.ok
      ? ok({ currency: card.currency, amountMinor: card.amountMinor })
      : refuse('gift_card_used');
  });
}

/** Takes a card back that was not redeemed, e.g. because it was sent to a wrong address. */
export async function cancelGiftCard(
  db: Database,
  request: {
    readonly giftCardId: string;
    readonly reason: string;
    readonly actor: string;
    readonly now: Date;
  },
): Promise<Result<void, 'not_found' | 'illegal_transition'>> {
  const { giftCardId, reason, actor, now } = request;
  return db.transaction(async (tx): ReturnType<typeof cancelGiftCard> => {
    const card = await lock(tx, eq(giftCards.id, giftCardId));
    if (!card) return refuse('not_found');
    const closed = await close(tx, card, { event: 'cancel', to: { kind: 'market_promotions' }, now });
    if (!closed.ok) return closed;
    await recordAudit(tx, {
      ...{ actor, reason },
      action: 'gift-card.cancelled',
      subject: { type: 'gift-card', id: giftCardId },
    });
    return ok(undefined);
  });
}

const BATCH = 200;

/** Ends the cards whose time is over; what they were worth is the market's again. */
export async function expireGiftCards(db: Database, now: Date): Promise<void> {
  const due = await db
    .select({ id: giftCards.id })
    .from(giftCards)
    .where(and(eq(giftCards.status, 'open'), lte(giftCards.expiresAt, now)))
    .orderBy(asc(giftCards.expiresAt))
    .limit(BATCH);
  for (const { id } of due) {
    await db.transaction(async (tx) => {
      const card = await lock(tx, eq(giftCards.id, id));
      if (card) await close(tx, card, { event: 'expire', to: { kind: 'market_promotions' }, now });
    });
  }
}

async function lock(tx: Transaction, which: ReturnType<typeof eq>): Promise<GiftCard | undefined> {
  const [card] = await tx.select().from(giftCards).where(which).for('update');
  return card;
}

/** What the card was worth goes to another account, once. */
async function close(
  tx: Transaction,
  card: GiftCard,
  {
    event,
    to,
    redeemedBy = null,
    now,
  }: {
    readonly event: GiftCardEvent;
    readonly to: Account;
    readonly redeemedBy?: string | null;
    readonly now: Date;
  },
): Promise<Result<void, 'illegal_transition'>> {
  const next = nextGiftCardStatus(card.status, event);
  if (!next.ok) return next;
  await tx
    .update(giftCards)
    .set({ status: next.value, redeemedBy, closedAt: now })
    .where(eq(giftCards.id, card.id));
  await postEntry(tx, {
    kind: `gift_card_${event}`,
    reference: `gift-card:${card.id}:closed`,
    orderId: null,
    currency: card.currency,
    postings: [
      { account: { kind: 'gift_cards' }, amountMinor: card.amountMinor },
      { account: to, amountMinor: -card.amountMinor },
    ],
  });
  return ok(undefined);
}
