import { eq, sql } from 'drizzle-orm';
import { conversations } from '@/db/schema/conversations';
import type { Executor } from '@/lib/platform/database';
import { listen, notify } from '@/lib/platform/notify';

const CHANNEL = 'conversation_changed';

/** Tells whoever looks at the conversation that there is something new to read. The worker calls it. */
export function announceConversation(db: Executor, conversationId: string): Promise<void> {
  return notify(db, CHANNEL, conversationId);
}

/** Calls `onChange` whenever there may be a new message, until the returned function is called. */
export function watchConversation(conversationId: string, onChange: () => void): Promise<() => void> {
  return listen(CHANNEL, {
    onMessage: (changed) => {
      if (changed === conversationId) onChange();
    },
    onGap: onChange,
  });
}

/** How many messages a conversation has: two readers of one number saw the same ones. */
export async function getConversationVersion(db: Executor, conversationId: string): Promise<number> {
  return sumMessages(db, eq(conversations.id, conversationId));
}

/** How many messages all conversations about an order have. */
export async function getConversationsVersion(db: Executor, orderId: string): Promise<number> {
  return sumMessages(db, eq(conversations.orderId, orderId));
}

async function sumMessages(db: Executor, which: ReturnType<typeof eq>): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`coalesce(sum(${conversations.messageCount}), 0)::int` })
    .from(conversations)
    .where(which);
  return row?.count ?? 0;
}
