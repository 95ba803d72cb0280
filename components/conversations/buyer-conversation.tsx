import type { ReactNode } from 'react';
import { ArrowLeft } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import type { FormAction } from '@/components/workspace/action-form';
import { LivePage } from '@/components/workspace/live-page';
import type { ConversationView } from '@/lib/conversations/model';
import { newId, publicId } from '@/lib/kernel/ids';
import { ConversationThread } from './conversation-thread';
import { MessageForm } from './message-form';
import { ReportConversation } from './report-conversation';
import { reportWords } from './report-words';

type BuyerConversationProps = {
  conversation: ConversationView;
  /** Where the page is told of what is new, and what it shows now. */
  live: { readonly events: string; readonly state: string };
  /** Its own address, without a locale. */
  path: string;
  back: { readonly href: string; readonly label: string };
  about: ReactNode;
  /** Which conversation, as its actions name it. */
  subject: Readonly<Record<string, string>>;
  actions: { readonly send: FormAction<void>; readonly report: FormAction<void> };
};

/** A conversation with a seller, as its buyer reads and goes on with it. */
export async function BuyerConversation({
  conversation,
  live,
  path,
  back,
  about,
  subject,
  actions,
}: BuyerConversationProps) {
  const t = await words('conversations');
  const { sellerName, messages } = conversation;
  return (
    <div className="page pt-6 md:pt-10">
      <div className="grid max-w-text gap-6">
        <LivePage {...live} />
        <div>
          <Link
            href={back.href}
            className="touch inline-flex items-center gap-1.5 text-sm text-muted hover:text-ink"
          >
            <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
            {back.label}
          </Link>
          <h1 className="mt-2 text-xl md:text-2xl">{t('buyer.title', { name: sellerName })}</h1>
          <p className="mt-1 text-muted">{about}</p>
        </div>
        <ConversationThread conversation={conversation} reader="buyer" path={path} />
        <MessageForm
          // Begins anew once its message is there.
          key={messages.findLast(({ by }) => by === 'buyer')?.position ?? 0}
          subject={{ ...subject, messageId: publicId('msg', newId()) }}
          action={actions.send}
          words={{ label: t('form.label'), hint: t('form.hint'), send: t('form.send') }}
        />
        {messages.length > 0 && (
          <ReportConversation subject={subject} action={actions.report} words={await reportWords()} />
        )}
      </div>
    </div>
  );
}
