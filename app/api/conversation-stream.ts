import { getConversation, getConversationVersion, watchConversation, type Party } from '@/lib/conversations';
import { refuse, type Refusal } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { eventStream } from './event-stream';

/** How many messages a conversation has, at once and after every new one, for its open page; of one's own alone. */
export async function conversationStream(
  db: Database,
  request: Request,
  conversationId: string,
  party: Party,
): Promise<Response | Refusal<'not_found'>> {
  if (!(await getConversation(db, conversationId, party))) return refuse('not_found');
  return eventStream(request, {
    read: async () => String(await getConversationVersion(db, conversationId)),
    watch: (onChange) => watchConversation(conversationId, onChange),
  });
}
