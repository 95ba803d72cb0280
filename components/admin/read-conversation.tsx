'use client';

import { TextAreaField } from '@/components/ui/field';
import { useLocale } from '@/components/ui/locale-context';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { ConversationSide, MessageView } from '@/lib/conversations/model';
import { formatDate } from '@/lib/i18n/format';

type ReadConversationProps = {
  conversationId: string;
  action: FormAction<readonly MessageView[]>;
  /** Who stands on either side. */
  names: Readonly<Record<ConversationSide, string>>;
  words: Readonly<Record<'reason' | 'reasonHint' | 'read', string>>;
};

/** Staff say why before they read what others wrote; the page forgets it when it is left. */
export function ReadConversation({ conversationId, action, names, words }: ReadConversationProps) {
  return (
    <ActionForm
      action={action}
      className="grid gap-3"
      instead={(messages) => <Transcript messages={messages} names={names} />}
    >
      {(answer) => (
        <>
          <input type="hidden" name="conversationId" value={conversationId} />
          <TextAreaField {...answer.field('reason')} rows={2} label={words.reason} hint={words.reasonHint} />
          <SubmitButton className="justify-self-start">{words.read}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

type TranscriptProps = Pick<ReadConversationProps, 'names'> & { messages: readonly MessageView[] };

function Transcript({ messages, names }: TranscriptProps) {
  const locale = useLocale();
  return (
    <ol className="grid gap-4">
      {messages.map(({ position, by, body, sentAt }) => (
        <li key={position}>
          <p className="flex flex-wrap justify-between gap-x-4 text-sm">
            <span className="font-strong">{names[by]}</span>
            <time dateTime={sentAt} className="text-muted">
              {formatDate(sentAt, locale, 'dateTime')}
            </time>
          </p>
          <p className="wrap-anywhere whitespace-pre-line">{body}</p>
        </li>
      ))}
    </ol>
  );
}
