import type { Metadata } from 'next';
import { Fragment } from 'react';
import { AccountPage } from '@/components/account/account-page';
import { ApplicationForm } from '@/components/account/application-form';
import { ShopState } from '@/components/account/shop-state';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import { listCountries } from '@/lib/customers/model';
import { requirePage } from '@/lib/http';
import { listSellersOfUser } from '@/lib/sellers';
import { applyToSellAction } from './actions';
import { ApplicationDesk } from './application-desk';
import { applicationWords } from './application-words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('account');
  return { title: t('sell.title'), description: t('sell.lead') };
}

export default async function SellPage({ params }: PageProps<'/[locale]/sell'>) {
  const { actor, db, locale } = await requirePage('user', '/sell', params);
  const [t, tListing] = await Promise.all([words('account'), words('listing')]);
  const shops = await listSellersOfUser(db, actor.userId);
  const mayApply = shops.length === 0;
  return (
    <AccountPage title={t('sell.title')}>
      {shops.map((shop) => (
        <Fragment key={shop.sellerId}>
          <ShopState shop={shop} />
          {shop.role === 'owner' && <ApplicationDesk {...{ db, shop, locale }} />}
        </Fragment>
      ))}
      {mayApply && (
        <>
          <p className="text-muted">{t('sell.lead')}</p>
          <p>
            <Link href="/sell/fees" className="touch underline underline-offset-4">
              {tListing('calculator.link')}
            </Link>
          </p>
          <ApplicationForm
            action={applyToSellAction}
            countries={listCountries(locale)}
            words={await applicationWords()}
          />
        </>
      )}
    </AccountPage>
  );
}
