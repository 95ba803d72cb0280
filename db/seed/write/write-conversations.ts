import { sql } from 'drizzle-orm';
import { conversations, messages } from '@/db/schema/conversations';
import type { Executor } from '@/lib/platform/database';
import { DIALOGUES } from '../demo-data/dialogues';
import { seedId } from '../random';
import { insertRows } from './insert-rows';

const MINUTE_MS = 60_000;

/** So many of each seller's and each buyer's newest orders are written about. */
const NEWEST_OF_SELLER = 5;
const NEWEST_OF_BUYER = 1;

type Part = { id: string; order_id: string; seller_id: string; placed_at: string };

/** Writes what is said about the newest orders, up to now. */
export async function writeConversations(db: Executor, now: Date): Promise<void> {
  const parts = await db.execute<Part>(sql`
    select id, order_id, seller_id, placed_at from (
      select part.*,
        row_number() over (partition by part.seller_id order by part.placed_at desc) as of_seller,
        row_number() over (partition by o.customer_id order by part.placed_at desc) as of_buyer
      from seller_orders part join orders o on o.id = part.order_id where o.paid_at is not null
    ) newest
    where of_seller <= ${NEWEST_OF_SELLER} or of_buyer <= ${NEWEST_OF_BUYER}
    order by placed_at, id`);
  const written = parts
    .map((part, index) => toConversation(part, index, now))
    .filter(({ said }) => said.length > 0);
  await insertRows(
    db,
    conversations,
    written.map(({ conversation }) => conversation),
  );
  await insertRows(
    db,
    messages,
    written.flatMap(({ said }) => said),
  );
}

function toConversation(part: Part, index: number, now: Date) {
  const said: (typeof messages.$inferInsert)[] = [];
  let at = Date.parse(part.placed_at);
  for (const { by, afterMinutes, body } of DIALOGUES[index % DIALOGUES.length]!) {
    at += afterMinutes * MINUTE_MS;
    if (at > now.getTime()) break;
    const position = said.length + 1;
    said.push({
      ...{ id: seedId(`message ${part.id} ${position}`), conversationId: part.id, position },
      ...{ writtenBy: by, body, sentAt: new Date(at) },
    });
  }
  const last = said.at(-1);
  const isWaiting = last?.writtenBy === 'buyer';
  const conversation: typeof conversations.$inferInsert = {
    ...{ id: part.id, orderId: part.order_id, sellerId: part.seller_id, messageCount: said.length },
    ...{ sellerUnread: isWaiting ? 1 : 0, buyerUnread: last && !isWaiting ? 1 : 0 },
    waitingSince: isWaiting ? last.sentAt : null,
    lastMessageAt: last?.sentAt ?? now,
  };
  return { conversation, said };
}
