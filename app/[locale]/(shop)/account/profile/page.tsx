import type { Metadata } from 'next';
import { AccountPage } from '@/components/account/account-page';
import { ProfileForm } from '@/components/account/profile-form';
import { words } from '@/components/ui/words';
import { requirePage } from '@/lib/http';
import { saveProfile } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('account');
  return { title: t('profile.title'), robots: { index: false } };
}

export default async function ProfilePage({ params }: PageProps<'/[locale]/account/profile'>) {
  const { actor } = await requirePage('user', '/account/profile', params);
  const t = await words('account');
  return (
    <AccountPage title={t('profile.title')}>
      <dl>
        <dt className="text-sm font-strong">{t('profile.email')}</dt>
        <dd className="wrap-anywhere">{actor.email}</dd>
        <dd className="text-sm text-muted">{t('profile.emailHint')}</dd>
      </dl>
      <ProfileForm
        action={saveProfile}
        name={actor.name}
        words={{ name: t('profile.name'), save: t('profile.save'), saved: t('profile.saved') }}
      />
    </AccountPage>
  );
}
