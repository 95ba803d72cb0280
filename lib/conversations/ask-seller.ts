import { and, eq } from 'drizzle-orm';
import { conversations } from '@/db/schema/conversations';
import { newId } from '@/lib/kernel/ids';
import { shownIn } from '@/lib/kernel/market';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { getOfferSnapshots, type OfferSnapshot } from '@/lib/offers';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { getMembership } from '@/lib/sellers';
import { appendMessage, type ConversationRow, type NewMessage } from './append-message';

type Question = NewMessage & {
  readonly customerId: string;
  readonly userId: string;
  readonly offerId: string;
  readonly locale: string;
};

/**
 * Asks the seller of an offer about its product, before anything is bought; asked again, it goes on where it was. Refuses
 * what nobody sells (`not_found`), and questions to oneself (`own_shop`).
 */
export async function askSeller(
  db: Database,
  question: Question,
): Promise<Result<{ readonly conversationId: string }, 'not_found' | 'own_shop'>> {
  const offer = await getAskable(db, question.offerId, question.locale);
  if (!offer) return refuse('not_found');
  if (await getMembership(db, question.userId, offer.sellerId)) return refuse('own_shop');
  return db.transaction(async (tx) => {
    const row = await open(tx, offer, question);
    await appendMessage(tx, row, { ...question, by: 'buyer' });
    return ok({ conversationId: row.id });
  });
}

/** What can be asked about: an offer that is for sale, though there may be none left. */
export async function getAskable(
  db: Executor,
  offerId: string,
  locale: string,
): Promise<OfferSnapshot | null> {
  const offer = (await getOfferSnapshots(db, [offerId], shownIn(locale))).get(offerId);
  return offer?.isSelling ? offer : null;
}

async function open(
  tx: Transaction,
  { sellerId, productId, title }: OfferSnapshot,
  { customerId, now }: Question,
): Promise<ConversationRow> {
  await tx
    .insert(conversations)
    .values({ id: newId(), customerId, sellerId, productId, productTitle: title, lastMessageAt: now })
    .onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.customerId, customerId),
        eq(conversations.sellerId, sellerId),
        eq(conversations.productId, productId),
      ),
    )
    .for('update');
  return row!;
}
