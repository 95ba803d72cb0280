import { GiftCardForm } from '@/components/admin/gift-card-form';
import { GiftCardList } from '@/components/admin/gift-card-list';
import { Card } from '@/components/ui/card';
import { Wallet } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { listGiftCards } from '@/lib/gift-cards';
import { requirePage } from '@/lib/http';
import { newId, publicId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { cancelCard, issueCard } from './actions';

export default async function AdminGiftCardsPage({ params }: PageProps<'/[locale]/admin/gift-cards'>) {
  const { db, locale } = await requirePage({ staff: ['admin', 'finance'] }, '/admin/gift-cards', params);
  const [t, cards] = await Promise.all([words('admin'), listGiftCards(db)]);
  return (
    <>
      <PageHead title={t('giftCards.title')} lead={t('giftCards.lead')} />
      <div className="grid items-start gap-8 md:grid-cols-[1fr_24rem]">
        {cards.length === 0 ? (
          <EmptyState icon={<Wallet />} title={t('giftCards.emptyTitle')}>
            {t('giftCards.empty')}
          </EmptyState>
        ) : (
          <GiftCardList cards={cards} locale={locale} cancel={cancelCard} />
        )}
        <Card className="p-4">
          <h2 className="mb-3 text-lg">{t('giftCards.new')}</h2>
          <GiftCardForm
            giftCardId={publicId('gft', newId())}
            action={issueCard}
            words={{
              amount: t('user.creditAmount', { currency: DEFAULT_MARKET.currency }),
              email: t('giftCards.email'),
              message: t('giftCards.message'),
              messageHint: t('giftCards.messageHint'),
              reason: t('decide.reason'),
              issue: t('giftCards.issue'),
              done: t('giftCards.done'),
            }}
          />
        </Card>
      </div>
    </>
  );
}
