import { giftCards } from '@/db/schema/gift-cards';
import { recordAudit } from '@/lib/audit';
import { formatMoney, type Money } from '@/lib/kernel/money';
import { postEntry } from '@/lib/ledger';
import type { Database } from '@/lib/platform/database';
import { enqueueJobs } from '@/lib/platform/jobs';
import { giftCardCode, hashGiftCardCode } from './code';
import { GIFT_CARD_MAIL_JOB } from './gift-card-mail';

/** A claim ends three years after the year in which it arose (German Civil Code, sections 195 and 199). */
const YEARS = 3;

export type NewGiftCard = {
  /** Made once by the page: however often it arrives, one card is issued. */
  readonly giftCardId: string;
  readonly amount: Money;
  readonly recipientEmail: string;
  readonly message: string;
  readonly reason: string;
  /** Who issues it, as audits write it. */
  readonly actor: string;
  readonly locale: string;
};

/**
 * Issues a gift card at the market's cost, and has its code mailed: nobody else, staff included, ever reads it. It is
 * owed from now on, and no sale before it is spent: no commission or tax is due (a multi-purpose voucher, Directive
 * 2006/112/EC art. 30b).
 */
export async function issueGiftCard(db: Database, card: NewGiftCard, now: Date): Promise<void> {
  const { giftCardId: id, amount, recipientEmail, message, reason, actor, locale } = card;
  await db.transaction(async (tx) => {
    const isNew = await postEntry(tx, {
      kind: 'gift_card_issue',
      reference: `gift-card:${id}`,
      orderId: null,
      currency: amount.currency,
      postings: [
        { account: { kind: 'market_promotions' }, amountMinor: amount.amountMinor },
        { account: { kind: 'gift_cards' }, amountMinor: -amount.amountMinor },
      ],
    });
    if (!isNew) return;
    await tx.insert(giftCards).values({
      ...{ id, recipientEmail, message, ...amount },
      codeHash: hashGiftCardCode(giftCardCode(id)),
      expiresAt: new Date(Date.UTC(now.getUTCFullYear() + YEARS + 1, 0, 1)),
      createdAt: now,
    });
    await recordAudit(tx, {
      ...{ actor, reason },
      action: 'gift-card.issued',
      subject: { type: 'gift-card', id },
      detail: { amount: formatMoney(amount, 'en'), recipient: recipientEmail },
    });
    await enqueueJobs(tx, [
      { name: GIFT_CARD_MAIL_JOB, payload: { giftCardId: id, locale }, uniqueKey: `gift-card:${id}` },
    ]);
  });
}
