import type { Metadata } from 'next';
import { AccountPage } from '@/components/account/account-page';
import { AddressForm } from '@/components/account/address-form';
import { addressWords } from '@/components/account/address-words';
import { words } from '@/components/ui/words';
import { listCountries } from '@/lib/customers/model';
import { requirePage } from '@/lib/http';
import { addAddressAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('account');
  return { title: t('addresses.addTitle'), robots: { index: false } };
}

export default async function NewAddressPage({ params }: PageProps<'/[locale]/account/addresses/new'>) {
  const { locale } = await requirePage('user', '/account/addresses/new', params);
  const t = await words('account');
  return (
    <AccountPage title={t('addresses.addTitle')}>
      <AddressForm
        action={addAddressAction}
        countries={listCountries(locale)}
        words={{
          ...addressWords(t),
          isDefault: t('address.isDefault'),
          save: t('addresses.save'),
          cancel: t('addresses.cancel'),
        }}
      />
    </AccountPage>
  );
}
