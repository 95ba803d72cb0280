import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { Link } from '@/components/ui/link';
import { currentLocale, words } from '@/components/ui/words';
import type { ConversationSide, ConversationSummary } from '@/lib/conversations/model';
import { formatDate } from '@/lib/i18n';
import { aboutWords } from './about-words';

type InboxListProps = { conversations: readonly ConversationSummary[]; reader: ConversationSide };

/** Conversations of one side, each with its latest message. */
export function InboxList({ conversations, reader }: InboxListProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {conversations.map((conversation) => (
        <li key={conversation.conversationId}>
          <InboxRow conversation={conversation} reader={reader} />
        </li>
      ))}
    </ul>
  );
}

type InboxRowProps = { conversation: ConversationSummary; reader: ConversationSide };

async function InboxRow({ conversation, reader }: InboxRowProps) {
  const [t, locale] = await Promise.all([words('conversations'), currentLocale()]);
  const { about, other, last, unread, waitingSince } = conversation;
  return (
    <Link
      href={pageOf(conversation, reader)}
      className="flex items-start gap-3 px-4 py-3 transition hover:bg-sunken"
    >
      <Avatar name={other} />
      <span className="min-w-0 flex-1">
        <span className="flex justify-between gap-3">
          <span className="truncate font-strong">{other}</span>
          <time dateTime={last.sentAt} className="shrink-0 text-sm text-muted">
            {formatDate(last.sentAt, locale, 'dayMonth')}
          </time>
        </span>
        <span className={classNames('line-clamp-2 wrap-anywhere', unread === 0 && 'text-muted')}>
          {last.by === reader ? t('inbox.own', { text: last.body }) : last.body}
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          {aboutWords(about, t)}
          {unread > 0 && <Badge tone="accent">{t('unread', { count: unread })}</Badge>}
          {reader === 'seller' && waitingSince && (
            <Badge tone="warning">
              {t('inbox.waiting', { date: formatDate(waitingSince, locale, 'dateTime') })}
            </Badge>
          )}
        </span>
      </span>
    </Link>
  );
}

/** Where it is read: a buyer may write about an order on its own pages, also as a guest. */
function pageOf({ conversationId, about }: ConversationSummary, reader: ConversationSide): string {
  if (reader === 'seller') return `/seller/messages/${conversationId}`;
  return about.kind === 'order'
    ? `/orders/${about.number}/messages/${about.sellerOrderId}`
    : `/account/messages/${conversationId}`;
}
