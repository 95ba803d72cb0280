/** Who writes: who has bought or asks before buying, or somebody of the seller's team. */
export type ConversationSide = 'buyer' | 'seller';

/** In characters; the database holds to it. */
export const LONGEST_MESSAGE = 2000;

/** Where a seller answers: what waits for an answer, the longest first, and everything, the latest first. */
export const CONVERSATION_QUEUES = ['waiting', 'all'] as const;
export type ConversationQueue = (typeof CONVERSATION_QUEUES)[number];

export type MessageView = {
  readonly position: number;
  readonly by: ConversationSide;
  readonly body: string;
  readonly sentAt: string;
};

/** What a conversation is about: a seller's part of an order, or a product that has not been bought. */
export type ConversationSubject =
  | { readonly kind: 'order'; readonly number: string; readonly sellerOrderId: string }
  | { readonly kind: 'product'; readonly title: string; readonly slug: string };

/** One conversation, as both sides see it. Without messages when nobody has written yet. */
export type ConversationView = {
  readonly conversationId: string;
  readonly about: ConversationSubject;
  readonly buyerName: string;
  readonly sellerName: string;
  /** The buyer's last message has no answer. */
  readonly isWaiting: boolean;
  /** The latest ones, or those before the position asked for; in the order they were written. */
  readonly messages: readonly MessageView[];
  /** The position before which there are more; null when there are none. */
  readonly earlier: number | null;
};

/** Why one side asks the market to look. */
export type ReportView = {
  readonly by: ConversationSide;
  readonly reason: string;
  readonly reportedAt: string;
  readonly closedAt: string | null;
};

/** A conversation that was reported, as staff see it before they read it. */
export type ReportedConversation = Pick<
  ConversationView,
  'conversationId' | 'about' | 'buyerName' | 'sellerName'
> & { readonly reports: readonly ReportView[] };

/** What staff have to see to. */
export type OpenReport = Pick<ReportView, 'by' | 'reportedAt'> & {
  readonly conversationId: string;
  readonly sellerName: string;
};

/** One row of an inbox. */
export type ConversationSummary = {
  readonly conversationId: string;
  readonly about: ConversationSubject;
  /** Who stands on the other side. */
  readonly other: string;
  readonly last: MessageView;
  readonly unread: number;
  readonly waitingSince: string | null;
};
