import { and, desc, eq, gt, lt } from 'drizzle-orm';
import { conversations, messages } from '@/db/schema/conversations';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { findPart } from './find-part';
import { findQuestion } from './find-question';
import { shortName } from './short-name';
import type { ConversationSide, ConversationView, MessageView } from './model';
import { ofParty, type Party } from './party';

/** On one page of a conversation. */
const ON_A_PAGE = 100;

/** A conversation that may not have begun yet; null where there is nothing of this party's to talk about. */
export async function getConversation(
  db: Executor,
  conversationId: string,
  party: Party,
  { before = null }: { readonly before?: number | null } = {},
): Promise<ConversationView | null> {
  const subject = await findSubject(db, conversationId, party);
  if (!subject) return null;
  const [[row], rows] = await Promise.all([
    db
      .select({ waitingSince: conversations.waitingSince })
      .from(conversations)
      .where(eq(conversations.id, conversationId)),
    db
      .select()
      .from(messages)
      .where(
        and(
          eq(messages.conversationId, conversationId),
          before === null ? undefined : lt(messages.position, before),
        ),
      )
      .orderBy(desc(messages.position))
      .limit(ON_A_PAGE),
  ]);
  const shown = rows.map(toMessageView).toReversed();
  const first = shown[0]?.position ?? 1;
  return {
    conversationId: publicId('cnv', conversationId),
    ...subject,
    isWaiting: (row?.waitingSince ?? null) !== null,
    messages: shown,
    earlier: first > 1 ? first : null,
  };
}

type Subject = Pick<ConversationView, 'about' | 'buyerName' | 'sellerName'>;

/** Who has bought is known by the name on the parcel; who only asks, by no more than buyers are called elsewhere. */
async function findSubject(db: Executor, conversationId: string, party: Party): Promise<Subject | null> {
  const part = await findPart(db, conversationId, party);
  if (part) {
    const { orderNumber: number, address, sellerName } = part;
    const sellerOrderId = publicId('slo', conversationId);
    return { about: { kind: 'order', number, sellerOrderId }, buyerName: address.recipient, sellerName };
  }
  const question = await findQuestion(db, conversationId, party);
  if (!question) return null;
  const { title, slug, buyerName, sellerName } = question;
  return {
    about: { kind: 'product', title: title ?? slug, slug },
    buyerName: shortName(buyerName),
    sellerName,
  };
}

/** Who talks about what; null when there is no such conversation. For the market itself: bound to nobody. */
export async function getSides(db: Executor, conversationId: string) {
  const { orderId, customerId, sellerId, productTitle } = conversations;
  const [row] = await db
    .select({ orderId, customerId, sellerId, productTitle })
    .from(conversations)
    .where(eq(conversations.id, conversationId));
  return row ?? null;
}

/**
 * Says that a party has seen everything written so far. Before it is read: what is written in between stays unread, and
 * is shown.
 */
export async function markRead(db: Executor, conversationId: string, party: Party): Promise<void> {
  const unread = unreadBy(party.by);
  await db
    .update(conversations)
    .set(party.by === 'buyer' ? { buyerUnread: 0 } : { sellerUnread: 0 })
    .where(and(eq(conversations.id, conversationId), ofParty(party), gt(unread, 0)));
}

/** How many messages a side has not seen, by the seller order they are about; only where somebody has written. */
export async function listUnreadOfOrder(
  db: Executor,
  orderId: string,
  by: ConversationSide,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ id: conversations.id, unread: unreadBy(by) })
    .from(conversations)
    .where(eq(conversations.orderId, orderId));
  return new Map(rows.map(({ id, unread }) => [publicId('slo', id), unread]));
}

/** What one side has not seen of a conversation, in the order it was written. For the market itself: bound to nobody. */
export async function listUnread(
  db: Executor,
  conversationId: string,
  by: ConversationSide,
): Promise<MessageView[]> {
  const [row] = await db
    .select({ unread: unreadBy(by) })
    .from(conversations)
    .where(eq(conversations.id, conversationId));
  if (!row || row.unread === 0) return [];
  const rows = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.writtenBy, by === 'buyer' ? 'seller' : 'buyer'),
      ),
    )
    .orderBy(desc(messages.position))
    .limit(row.unread);
  return rows.map(toMessageView).toReversed();
}

function unreadBy(by: ConversationSide) {
  return by === 'buyer' ? conversations.buyerUnread : conversations.sellerUnread;
}

export function toMessageView(row: typeof messages.$inferSelect): MessageView {
  return {
    position: row.position,
    by: row.writtenBy,
    body: row.body,
    sentAt: row.sentAt.toISOString(),
  };
}
