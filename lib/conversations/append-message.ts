import { and, eq } from 'drizzle-orm';
import { conversations, messages } from '@/db/schema/conversations';
import type { Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { messageWritten } from './events';
import type { ConversationSide } from './model';

export type ConversationRow = typeof conversations.$inferSelect;

export type NewMessage = {
  /** Made with the form it was typed into: a message that is sent again is the one that is there. */
  readonly messageId: string;
  readonly body: string;
  readonly now: Date;
};

/** Adds a message to a conversation that is locked. A buyer's waits for an answer, a seller's is one. */
export async function appendMessage(
  tx: Transaction,
  row: ConversationRow,
  { messageId, body, now, by }: NewMessage & { readonly by: ConversationSide },
): Promise<void> {
  const { id: conversationId, orderId, sellerId } = row;
  const same = and(eq(messages.id, messageId), eq(messages.conversationId, conversationId));
  if ((await tx.$count(messages, same)) > 0) return;
  const position = row.messageCount + 1;
  const unread = (by === 'buyer' ? row.sellerUnread : row.buyerUnread) + 1;
  await tx
    .insert(messages)
    .values({ id: messageId, conversationId, position, writtenBy: by, body, sentAt: now });
  await tx
    .update(conversations)
    .set({
      messageCount: position,
      lastMessageAt: now,
      ...(by === 'buyer'
        ? { sellerUnread: unread, waitingSince: row.waitingSince ?? now }
        : { buyerUnread: unread, waitingSince: null }),
    })
    .where(eq(conversations.id, conversationId));
  await emitEvent(tx, messageWritten, {
    aggregateId: conversationId,
    aggregateVersion: position,
    payload: { conversationId, orderId, sellerId, by, position, unread },
  });
}
