import type { Metadata } from 'next';
import { AccountPage } from '@/components/account/account-page';
import { CreditHistory } from '@/components/account/credit-history';
import { RedeemGiftCard } from '@/components/account/redeem-gift-card';
import { Card } from '@/components/ui/card';
import { Wallet } from '@/components/ui/icons';
import { Price } from '@/components/ui/price';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { getCredit, listCreditHistory } from '@/lib/credit';
import { requirePage } from '@/lib/http';
import { getOrderNumbers } from '@/lib/orders';
import { redeemCard } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('account');
  return { title: t('credit.title'), robots: { index: false } };
}

export default async function CreditPage({ params }: PageProps<'/[locale]/account/credit'>) {
  const { actor, db, locale } = await requirePage('user', '/account/credit', params);
  const t = await words('account');
  const [balances, history] = await Promise.all([
    getCredit(db, actor.customerId),
    listCreditHistory(db, actor.customerId),
  ]);
  const numbers = await getOrderNumbers(
    db,
    history.flatMap(({ orderId }) => orderId ?? []),
  );
  return (
    <AccountPage title={t('credit.title')}>
      <Card className="grid gap-3 p-5">
        <h2 className="text-lg">{t('giftCard.title')}</h2>
        <RedeemGiftCard
          action={redeemCard}
          words={{
            code: t('giftCard.code'),
            hint: t('giftCard.hint'),
            redeem: t('giftCard.redeem'),
            done: t('giftCard.done'),
          }}
        />
      </Card>
      {history.length === 0 ? (
        <EmptyState icon={<Wallet />} title={t('credit.emptyTitle')}>
          {t('credit.empty')}
        </EmptyState>
      ) : (
        <>
          <Card className="grid gap-2 p-5">
            {balances.length === 0 && <p>{t('credit.emptyTitle')}</p>}
            {balances.map((balance) => (
              <Price key={balance.currency} money={balance} locale={locale} size="large" />
            ))}
            <p className="text-sm text-muted">{t('credit.lead')}</p>
          </Card>
          <CreditHistory lines={history} numbers={numbers} locale={locale} />
        </>
      )}
    </AccountPage>
  );
}
