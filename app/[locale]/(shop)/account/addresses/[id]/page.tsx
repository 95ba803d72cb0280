import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AccountPage } from '@/components/account/account-page';
import { AddressForm } from '@/components/account/address-form';
import { addressWords } from '@/components/account/address-words';
import { words } from '@/components/ui/words';
import { getAddress } from '@/lib/customers';
import { listCountries } from '@/lib/customers/model';
import { requirePage } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { updateAddressAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('account');
  return { title: t('addresses.editTitle'), robots: { index: false } };
}

export default async function EditAddressPage({ params }: PageProps<'/[locale]/account/addresses/[id]'>) {
  const { id } = await params;
  const { actor, db, locale } = await requirePage('user', `/account/addresses/${id}`, params);
  const addressId = parsePublicId('adr', id);
  const address = addressId && (await getAddress(db, actor.customerId, addressId));
  if (!address) notFound();
  const t = await words('account');
  return (
    <AccountPage title={t('addresses.editTitle')}>
      <AddressForm
        action={updateAddressAction}
        address={address}
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
