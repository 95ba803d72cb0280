import type { Metadata } from 'next';
import { z } from 'zod';
import { AccountPage } from '@/components/account/account-page';
import { InboxList } from '@/components/conversations/inbox-list';
import { MessageCircle } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { Paging } from '@/components/workspace/paging';
import { listConversations } from '@/lib/conversations';
import { requirePage } from '@/lib/http';

const PATH = '/account/messages';

/** Anything a person may have typed into the address is read as something sensible. */
const query = z.object({ after: z.string().max(60).nullable().catch(null).default(null) });

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('conversations');
  return { title: t('thread'), robots: { index: false } };
}

export default async function AccountMessagesPage({
  params,
  searchParams,
}: PageProps<'/[locale]/account/messages'>) {
  const { actor, db } = await requirePage('user', PATH, params);
  const { after } = query.parse(await searchParams);
  const inbox = { by: 'buyer', customerId: actor.customerId } as const;
  const page = await listConversations(db, inbox, { queue: 'all', orderNumber: null }, { limit: 50, after });
  const t = await words('conversations');
  return (
    <AccountPage title={t('thread')}>
      {page.items.length > 0 ? (
        <InboxList conversations={page.items} reader="buyer" />
      ) : (
        <EmptyState icon={<MessageCircle />} title={t('account.emptyTitle')}>
          {t('account.empty')}
        </EmptyState>
      )}
      <Paging path={PATH} after={after} next={page.next} />
    </AccountPage>
  );
}
