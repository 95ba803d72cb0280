import { MapPin } from '@/components/ui/icons';
import type { Metadata } from 'next';
import { AccountPage } from '@/components/account/account-page';
import { AddressCard } from '@/components/account/address-card';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { listAddresses } from '@/lib/customers';
import { requirePage } from '@/lib/http';
import { makeDefaultAction, removeAddressAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('account');
  return { title: t('addresses.title'), robots: { index: false } };
}

export default async function AddressesPage({ params }: PageProps<'/[locale]/account/addresses'>) {
  const { actor, db, locale } = await requirePage('user', '/account/addresses', params);
  const t = await words('account');
  const addresses = await listAddresses(db, actor.customerId);
  const countryNames = new Intl.DisplayNames(locale, { type: 'region' });
  const add = (
    <ButtonLink href="/account/addresses/new" variant="primary">
      {t('addresses.add')}
    </ButtonLink>
  );
  return (
    <AccountPage title={t('addresses.title')} aside={addresses.length > 0 && add} wide>
      {addresses.length === 0 ? (
        <EmptyState icon={<MapPin />} title={t('addresses.emptyTitle')} action={add}>
          {t('addresses.empty')}
        </EmptyState>
      ) : (
        <div className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
          {addresses.map((address) => (
            <AddressCard
              key={address.addressId}
              address={address}
              countryName={countryNames.of(address.country) ?? address.country}
              remove={removeAddressAction}
              makeDefault={makeDefaultAction}
            />
          ))}
        </div>
      )}
    </AccountPage>
  );
}
