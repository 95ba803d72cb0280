import { and, eq } from 'drizzle-orm';
import { conversationReports, conversations } from '@/db/schema/conversations';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Executor } from '@/lib/platform/database';
import { ofParty, type Party } from './party';

/**
 * Asks the market to look at a conversation, which lets its staff read it. A side that has asked already, and waits, has
 * asked. `not_found` for what is somebody else's, and where nobody has written.
 */
export async function reportConversation(
  db: Executor,
  report: {
    readonly conversationId: string;
    readonly party: Party;
    readonly reason: string;
    readonly now: Date;
  },
): Promise<Result<void, 'not_found'>> {
  const { conversationId, party, reason, now: reportedAt } = report;
  const own = and(eq(conversations.id, conversationId), ofParty(party));
  if ((await db.$count(conversations, own)) === 0) return refuse('not_found');
  await db
    .insert(conversationReports)
    .values({ conversationId, reportedBy: party.by, reason, reportedAt })
    .onConflictDoNothing();
  return ok(undefined);
}
