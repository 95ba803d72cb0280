import { z } from 'zod';
import { InboxList } from '@/components/conversations/inbox-list';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { MessageCircle, Search } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/state';
import { Tabs } from '@/components/ui/tabs';
import { currentLocale, words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { Paging } from '@/components/workspace/paging';
import { countWaitingConversations, listConversations } from '@/lib/conversations';
import { CONVERSATION_QUEUES, type ConversationQueue } from '@/lib/conversations/model';
import { DESK, requirePage } from '@/lib/http';
import { localePath } from '@/lib/i18n';
import { parseOrderNumber } from '@/lib/orders';

const PATH = '/seller/messages';

/** Anything a person may have typed into the address is read as something sensible. */
const query = z.object({
  queue: z.enum(CONVERSATION_QUEUES).catch('waiting').default('waiting'),
  number: z.string().trim().max(40).catch('').default(''),
  after: z.string().max(60).nullable().catch(null).default(null),
});

export default async function SellerMessagesPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/messages'>) {
  const { db, seller } = await requirePage(DESK.seeOrders, PATH, params);
  const { queue: asked, number, after } = query.parse(await searchParams);
  // Who looks for an order means any message about it, answered or not.
  const queue = number === '' ? asked : 'all';
  const which = { queue, orderNumber: number === '' ? null : (parseOrderNumber(number) ?? number) };
  const [t, page, waiting] = await Promise.all([
    words('conversations'),
    listConversations(db, { by: 'seller', sellerId: seller.sellerId }, which, { limit: 50, after }),
    countWaitingConversations(db, seller.sellerId),
  ]);
  const path = addressOf(queue);
  return (
    <>
      <PageHead title={t('inbox.title')} lead={t('inbox.lead')}>
        <FindByNumber number={number} />
      </PageHead>
      <Tabs
        label={t('inbox.views')}
        current={path}
        tabs={[
          { label: t('inbox.waitingQueue'), href: addressOf('waiting'), count: waiting },
          { label: t('inbox.all'), href: addressOf('all') },
        ]}
      />
      <div className="mt-4 grid gap-6">
        {page.items.length > 0 ? (
          <InboxList conversations={page.items} reader="seller" />
        ) : (
          <Nothing why={number !== '' ? 'foundNone' : queue === 'waiting' ? 'done' : 'empty'} />
        )}
        <Paging path={path} after={after} next={page.next} />
      </div>
    </>
  );
}

async function FindByNumber({ number }: { number: string }) {
  const [t, locale] = await Promise.all([words('conversations'), currentLocale()]);
  return (
    <form role="search" action={localePath(locale, PATH)} className="flex items-end gap-2">
      <TextField
        key={number}
        name="number"
        type="search"
        label={t('inbox.find')}
        defaultValue={number}
        autoComplete="off"
        autoCapitalize="characters"
      />
      <Button type="submit" aria-label={t('inbox.findButton')}>
        <Search aria-hidden className="size-5" />
      </Button>
    </form>
  );
}

async function Nothing({ why }: { why: 'foundNone' | 'done' | 'empty' }) {
  const t = await words('conversations');
  return (
    <EmptyState icon={<MessageCircle />} title={t(`inbox.${why}Title`)}>
      {t(`inbox.${why}`)}
    </EmptyState>
  );
}

function addressOf(queue: ConversationQueue): string {
  return queue === 'waiting' ? PATH : `${PATH}?queue=${queue}`;
}
