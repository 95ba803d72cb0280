import { desc } from 'drizzle-orm';
import { giftCards } from '@/db/schema/gift-cards';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import type { GiftCardView } from './model';

/** The cards that were issued last, newest first. */
export async function listGiftCards(db: Executor, limit = 100): Promise<GiftCardView[]> {
  const rows = await db
    .select()
    .from(giftCards)
    .orderBy(desc(giftCards.createdAt), desc(giftCards.id))
    .limit(limit);
  return rows.map(({ id, status, currency, amountMinor, recipientEmail, createdAt, expiresAt }) => ({
    giftCardId: publicId('gft', id),
    status,
    amount: { currency, amountMinor },
    recipientEmail,
    issuedAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}
