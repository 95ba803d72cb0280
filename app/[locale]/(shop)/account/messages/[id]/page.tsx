import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { earlierMessages } from '@/app/[locale]/message-input';
import { BuyerConversation } from '@/components/conversations/buyer-conversation';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import { getConversation, getConversationVersion, markRead } from '@/lib/conversations';
import { requirePage } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { report, sendMessage } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('conversations');
  return { title: t('thread'), robots: { index: false } };
}

export default async function QuestionPage({
  params,
  searchParams,
}: PageProps<'/[locale]/account/messages/[id]'>) {
  const { id } = await params;
  const path = `/account/messages/${id}`;
  const { actor, db } = await requirePage('user', path, params);
  const conversationId = parsePublicId('cnv', id);
  if (!conversationId) notFound();
  const party = { by: 'buyer', customerId: actor.customerId } as const;
  await markRead(db, conversationId, party);
  const state = String(await getConversationVersion(db, conversationId));
  const conversation = await getConversation(db, conversationId, party, earlierMessages(await searchParams));
  if (conversation?.about.kind !== 'product') notFound();
  const { title, slug } = conversation.about;
  const t = await words('conversations');
  return (
    <BuyerConversation
      conversation={conversation}
      live={{ events: `/api/account/messages/${id}/events`, state }}
      path={path}
      back={{ href: '/account/messages', label: t('buyer.all') }}
      about={
        <Link href={`/p/${slug}`} className="touch underline underline-offset-4">
          {t('aboutProduct', { title })}
        </Link>
      }
      subject={{ conversationId: id }}
      actions={{ send: sendMessage, report }}
    />
  );
}
