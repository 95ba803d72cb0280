import { and, eq } from 'drizzle-orm';
import { conversations } from '@/db/schema/conversations';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import { appendMessage, type ConversationRow, type NewMessage } from './append-message';
import { findPart } from './find-part';
import { ofParty, type Party } from './party';

type WrittenMessage = NewMessage & { readonly conversationId: string; readonly party: Party };

/**
 * Says something about a paid part of an order, whose first message begins the conversation, or goes on about a product
 * that was asked about. Two at once stand one after the other. `not_found` for what is somebody else's.
 */
export async function writeMessage(
  db: Database,
  message: WrittenMessage,
): Promise<Result<void, 'not_found'>> {
  return db.transaction(async (tx): Promise<Result<void, 'not_found'>> => {
    const row = (await lock(tx, message)) ?? (await begin(tx, message));
    if (!row) return refuse('not_found');
    await appendMessage(tx, row, { ...message, by: message.party.by });
    return ok(undefined);
  });
}

async function lock(
  tx: Transaction,
  { conversationId, party }: WrittenMessage,
): Promise<ConversationRow | null> {
  const [row] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.id, conversationId), ofParty(party)))
    .for('update');
  return row ?? null;
}

/** Of two that begin it at once, the second waits for the first and finds it there. */
async function begin(tx: Transaction, message: WrittenMessage): Promise<ConversationRow | null> {
  const { conversationId, party, now } = message;
  const part = await findPart(tx, conversationId, party);
  if (!part) return null;
  const { orderId, sellerId } = part;
  await tx
    .insert(conversations)
    .values({ id: conversationId, orderId, sellerId, lastMessageAt: now })
    .onConflictDoNothing();
  return lock(tx, message);
}
