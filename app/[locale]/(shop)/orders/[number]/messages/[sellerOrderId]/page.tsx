import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { earlierMessages } from '@/app/[locale]/message-input';
import { BuyerConversation } from '@/components/conversations/buyer-conversation';
import { words } from '@/components/ui/words';
import { getConversation, markRead } from '@/lib/conversations';
import { requirePage } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { getOrderState } from '@/lib/returns';
import { reportMessages, sendMessage } from '../../../actions';
import { openOrder } from '../../../order-reader';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('conversations');
  return { title: t('thread'), robots: { index: false } };
}

export default async function OrderMessagesPage({
  params,
  searchParams,
}: PageProps<'/[locale]/orders/[number]/messages/[sellerOrderId]'>) {
  const { number: typed, sellerOrderId } = await params;
  const { actor, db } = await requirePage('public', `/orders/${typed}/messages/${sellerOrderId}`, params);
  const open = await openOrder(db, actor, typed);
  const conversationId = parsePublicId('slo', sellerOrderId);
  if (!open || !conversationId) notFound();
  const { orderId, number } = open;
  const party = { by: 'buyer', orderId } as const;
  await markRead(db, conversationId, party);
  const state = await getOrderState(db, orderId);
  const conversation = await getConversation(db, conversationId, party, earlierMessages(await searchParams));
  if (!conversation) notFound();
  const t = await words('conversations');
  return (
    <BuyerConversation
      conversation={conversation}
      live={{ events: `/api/orders/${number}/events`, state }}
      path={`/orders/${number}/messages/${sellerOrderId}`}
      back={{ href: `/orders/${number}`, label: t('buyer.back') }}
      about={t('aboutOrder', { number })}
      subject={{ number, sellerOrderId }}
      actions={{ send: sendMessage, report: reportMessages }}
    />
  );
}
