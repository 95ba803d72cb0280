import { and, eq } from 'drizzle-orm';
import { conversations } from '@/db/schema/conversations';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Executor } from '@/lib/platform/database';

/** The seller says that the buyer's last message needs no answer. `not_found` for a conversation of another seller. */
export async function settleConversation(
  db: Executor,
  { conversationId, sellerId }: { readonly conversationId: string; readonly sellerId: string },
): Promise<Result<void, 'not_found'>> {
  const settled = await db
    .update(conversations)
    .set({ waitingSince: null })
    .where(and(eq(conversations.id, conversationId), eq(conversations.sellerId, sellerId)))
    .returning({ id: conversations.id });
  return settled.length > 0 ? ok(undefined) : refuse('not_found');
}
