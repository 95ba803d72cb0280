import { notFound } from 'next/navigation';
import { aboutWords } from '@/components/conversations/about-words';
import { ConversationThread } from '@/components/conversations/conversation-thread';
import { MessageForm } from '@/components/conversations/message-form';
import { ReportConversation } from '@/components/conversations/report-conversation';
import { reportWords } from '@/components/conversations/report-words';
import { ButtonLink } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { ActionForm } from '@/components/workspace/action-form';
import { LivePage } from '@/components/workspace/live-page';
import { PageHead } from '@/components/workspace/page-head';
import { getConversation, getConversationVersion, markRead } from '@/lib/conversations';
import { DESK, mayAtDesk, requirePage } from '@/lib/http';
import { newId, parsePublicId, publicId } from '@/lib/kernel/ids';
import { earlierMessages } from '../../../message-input';
import { report, sendMessage, settle } from '../actions';

export default async function SellerConversationPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/messages/[id]'>) {
  const { id } = await params;
  const { db, seller } = await requirePage(DESK.seeOrders, `/seller/messages/${id}`, params);
  const conversationId = parsePublicId('cnv', id);
  if (!conversationId) notFound();
  const party = { by: 'seller', sellerId: seller.sellerId } as const;
  const handles = mayAtDesk(seller.role, DESK.handleOrders);
  // What somebody looks at who cannot answer is still new to who can.
  if (handles) await markRead(db, conversationId, party);
  const state = String(await getConversationVersion(db, conversationId));
  const conversation = await getConversation(db, conversationId, party, earlierMessages(await searchParams));
  if (!conversation) notFound();
  const t = await words('conversations');
  const { buyerName, about, isWaiting, messages } = conversation;
  return (
    <div className="max-w-text">
      <LivePage events={`/api/seller/messages/${id}/events`} state={state} />
      <PageHead title={buyerName} lead={aboutWords(about, t)}>
        {about.kind === 'order' ? (
          <ButtonLink href={`/seller/orders/${about.sellerOrderId}`} size="small">
            {t('seller.order')}
          </ButtonLink>
        ) : (
          <ButtonLink href={`/p/${about.slug}`} size="small">
            {t('seller.product')}
          </ButtonLink>
        )}
        {handles && isWaiting && (
          <ActionForm action={settle}>
            <input type="hidden" name="conversationId" value={id} />
            <SubmitButton variant="secondary" size="small">
              {t('seller.settle')}
            </SubmitButton>
          </ActionForm>
        )}
      </PageHead>
      <ConversationThread conversation={conversation} reader="seller" path={`/seller/messages/${id}`} />
      {handles ? (
        <MessageForm
          // Begins anew once its message is there.
          key={messages.findLast(({ by }) => by === 'seller')?.position ?? 0}
          subject={{ conversationId: id, messageId: publicId('msg', newId()) }}
          action={sendMessage}
          words={{ label: t('form.label'), hint: t('form.hint'), send: t('form.send') }}
        />
      ) : (
        <p className="mt-6 text-sm text-muted">{t('seller.readOnly')}</p>
      )}
      {handles && messages.length > 0 && (
        <div className="mt-4">
          <ReportConversation subject={{ conversationId: id }} action={report} words={await reportWords()} />
        </div>
      )}
    </div>
  );
}
