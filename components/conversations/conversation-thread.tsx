import { classNames } from '@/components/ui/class-names';
import { Link } from '@/components/ui/link';
import { currentLocale, words } from '@/components/ui/words';
import { formatDate } from '@/lib/i18n';
import type { ConversationSide, ConversationView, MessageView } from '@/lib/conversations/model';
import { NewestInView } from './newest-in-view';

type ConversationThreadProps = {
  conversation: ConversationView;
  /** Who reads it: their own words stand at the end of the line. */
  reader: ConversationSide;
  /** The page it stands on, without a locale. */
  path: string;
};

/** What was written, in its order; the newest lies at the end and is looked at first. */
export async function ConversationThread({ conversation, reader, path }: ConversationThreadProps) {
  const t = await words('conversations');
  const { messages, earlier } = conversation;
  const other = reader === 'buyer' ? conversation.sellerName : conversation.buyerName;
  if (messages.length === 0) {
    return <p className="py-10 text-center text-muted">{t(`empty.${reader}`, { name: other })}</p>;
  }
  return (
    <div className="grid gap-4">
      {earlier !== null && (
        <Link
          href={`${path}?before=${earlier}`}
          className="touch justify-self-center text-sm underline underline-offset-4"
        >
          {t('earlier')}
        </Link>
      )}
      <ol className="grid gap-4" aria-live="polite" aria-label={t('thread')}>
        {messages.map((message) => (
          <Message
            key={message.position}
            message={message}
            isOwn={message.by === reader}
            from={message.by === reader ? t(`own.${reader}`) : other}
          />
        ))}
      </ol>
      <NewestInView count={messages.at(-1)?.position ?? 0} />
    </div>
  );
}

type MessageProps = { message: MessageView; isOwn: boolean; from: string };

async function Message({ message, isOwn, from }: MessageProps) {
  const locale = await currentLocale();
  return (
    <li className={classNames('grid max-w-[85%] gap-1', isOwn ? 'justify-self-end' : 'justify-self-start')}>
      <p
        className={classNames(
          'rounded-lg px-4 py-2.5 wrap-anywhere whitespace-pre-line',
          isOwn ? 'rounded-ee-sm bg-accent-soft' : 'rounded-es-sm border border-line bg-raised',
        )}
      >
        {message.body}
      </p>
      <p className={classNames('text-xs text-muted', isOwn && 'text-end')}>
        {from}
        {' · '}
        <time dateTime={message.sentAt}>{formatDate(message.sentAt, locale, 'dateTime')}</time>
      </p>
    </li>
  );
}
