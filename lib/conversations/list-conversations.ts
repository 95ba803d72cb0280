import { and, asc, desc, eq, gt, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { products } from '@/db/schema/catalog';
import { conversations, messages } from '@/db/schema/conversations';
import { customers } from '@/db/schema/customers';
import { orders } from '@/db/schema/orders';
import { sellers } from '@/db/schema/sellers';
import { isUuid, publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import type { ConversationQueue, ConversationSubject, ConversationSummary } from './model';
import { shortName } from './short-name';

/** Whose inbox: a seller's, or all that somebody with an account has asked and bought. */
export type Inbox =
  | { readonly by: 'seller'; readonly sellerId: string }
  | { readonly by: 'buyer'; readonly customerId: string };

export type WhichConversations = {
  readonly queue: ConversationQueue;
  /** Only those about the order of this number. */
  readonly orderNumber: string | null;
};

export type ConversationsPage = {
  readonly items: readonly ConversationSummary[];
  /** Where the page ended: goes on there, whatever has been answered meanwhile. Null at the end. */
  readonly next: string | null;
};

/** The time a queue goes by, and which way. */
const IN_TURN = {
  waiting: { time: conversations.waitingSince, order: asc, beyond: sql.raw('>') },
  all: { time: conversations.lastMessageAt, order: desc, beyond: sql.raw('<') },
} as const;

/** The conversations of an inbox: what waits for an answer, the longest first; or all of them, the latest first. */
export async function listConversations(
  db: Executor,
  inbox: Inbox,
  { queue, orderNumber }: WhichConversations,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<ConversationsPage> {
  const { time, order } = IN_TURN[queue];
  const rows = await select(db)
    .where(
      and(
        ofInbox(db, inbox),
        queue === 'waiting' ? isNotNull(conversations.waitingSince) : undefined,
        orderNumber === null ? undefined : eq(orders.number, orderNumber),
        goesOn(queue, after),
      ),
    )
    .orderBy(order(time), order(conversations.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const end = shown.at(-1)?.conversation;
  return {
    items: shown.map((row) => toSummary(row, inbox.by)),
    next: rows.length > limit && end ? endOf(queue, end) : null,
  };
}

/** In how many of a seller's conversations the buyer waits for an answer. */
export function countWaitingConversations(db: Executor, sellerId: string): Promise<number> {
  return db.$count(
    conversations,
    and(eq(conversations.sellerId, sellerId), isNotNull(conversations.waitingSince)),
  );
}

/** In how many conversations somebody with an account has something to read. */
export function countUnreadConversations(db: Executor, customerId: string): Promise<number> {
  return db.$count(
    conversations,
    and(ofInbox(db, { by: 'buyer', customerId }), gt(conversations.buyerUnread, 0)),
  );
}

function ofInbox(db: Executor, inbox: Inbox): SQL | undefined {
  if (inbox.by === 'seller') return eq(conversations.sellerId, inbox.sellerId);
  const asked = db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.customerId, inbox.customerId));
  const bought = db
    .select({ id: conversations.id })
    .from(orders)
    .innerJoin(conversations, eq(conversations.orderId, orders.id))
    .where(eq(orders.customerId, inbox.customerId));
  // Each by its own index; either of two conditions would read everybody's.
  return inArray(conversations.id, unionAll(asked, bought));
}

function select(db: Executor) {
  return db
    .select({
      conversation: conversations,
      orderNumber: orders.number,
      recipient: sql<string | null>`${orders.shippingAddress}->>'recipient'`,
      slug: products.slug,
      asker: customers.name,
      sellerName: sellers.name,
      last: messages,
    })
    .from(conversations)
    .innerJoin(
      messages,
      and(eq(messages.conversationId, conversations.id), eq(messages.position, conversations.messageCount)),
    )
    .innerJoin(sellers, eq(sellers.id, conversations.sellerId))
    .leftJoin(orders, eq(orders.id, conversations.orderId))
    .leftJoin(products, eq(products.id, conversations.productId))
    .leftJoin(customers, eq(customers.id, conversations.customerId));
}

type Row = Awaited<ReturnType<typeof select>>[number];

function toSummary(row: Row, reader: Inbox['by']): ConversationSummary {
  const { conversation, last } = row;
  const buyerName = row.recipient ?? shortName(row.asker ?? '');
  return {
    conversationId: publicId('cnv', conversation.id),
    about: subjectOf(row),
    other: reader === 'seller' ? buyerName : row.sellerName,
    last: { position: last.position, by: last.writtenBy, body: last.body, sentAt: last.sentAt.toISOString() },
    unread: reader === 'seller' ? conversation.sellerUnread : conversation.buyerUnread,
    waitingSince: conversation.waitingSince?.toISOString() ?? null,
  };
}

function subjectOf({ conversation, orderNumber, slug }: Row): ConversationSubject {
  if (orderNumber !== null) {
    return { kind: 'order', number: orderNumber, sellerOrderId: publicId('slo', conversation.id) };
  }
  return { kind: 'product', title: conversation.productTitle ?? '', slug: slug ?? '' };
}

/** The time and the id of a row: `1732390000000_<uuid>`. */
function endOf(queue: ConversationQueue, row: typeof conversations.$inferSelect): string {
  const time = queue === 'waiting' ? row.waitingSince : row.lastMessageAt;
  return `${time?.getTime()}_${row.id}`;
}

/** What no page ended with begins at the beginning. */
function goesOn(queue: ConversationQueue, after: string | null): SQL | undefined {
  const [ms = '', id = ''] = after?.split('_') ?? [];
  if (!/^\d{1,15}$/.test(ms) || !isUuid(id)) return undefined;
  const { time, beyond } = IN_TURN[queue];
  const at = new Date(Number(ms)).toISOString();
  return sql`(${time}, ${conversations.id}) ${beyond} (${at}::timestamptz, ${id}::uuid)`;
}
