import { Link2Off } from '@/components/ui/icons';
import type { Metadata } from 'next';
import { AuthPanel } from '@/components/auth/auth-panel';
import { ResetForm } from '@/components/auth/reset-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { requirePage } from '@/lib/http';
import { isEmailTokenValid } from '@/lib/identity';
import { resetPasswordAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('auth');
  return { title: t('reset.title'), robots: { index: false }, referrer: 'same-origin' };
}

export default async function ResetPage({ params, searchParams }: PageProps<'/[locale]/reset'>) {
  const { db, clock } = await requirePage('public', '/reset', params);
  const { token } = await searchParams;
  const t = await words('auth');
  if (typeof token === 'string' && (await isEmailTokenValid(db, token, 'reset_password', clock()))) {
    return (
      <AuthPanel title={t('reset.title')} lead={t('reset.lead')}>
        <ResetForm
          action={resetPasswordAction}
          token={token}
          words={{
            password: t('reset.password'),
            passwordHint: t('reset.passwordHint'),
            submit: t('reset.submit'),
          }}
          passwordWords={{ show: t('showPassword'), hide: t('hidePassword') }}
        />
      </AuthPanel>
    );
  }
  const next = (
    <ButtonLink href="/forgot" variant="primary">
      {t('reset.again')}
    </ButtonLink>
  );
  return (
    <EmptyState heading="h1" icon={<Link2Off />} title={t('reset.invalidTitle')} action={next}>
      {t('reset.invalid')}
    </EmptyState>
  );
}
