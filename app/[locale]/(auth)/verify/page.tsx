import { Link2Off } from '@/components/ui/icons';
import type { Metadata } from 'next';
import { AuthPanel } from '@/components/auth/auth-panel';
import { OneButtonForm } from '@/components/auth/one-button-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { requirePage } from '@/lib/http';
import { isEmailTokenValid } from '@/lib/identity';
import { verifyEmailAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('auth');
  return { title: t('verify.title'), robots: { index: false }, referrer: 'same-origin' };
}

/** A button, because programs that look into mail follow links too, and the link works once. */
export default async function VerifyPage({ params, searchParams }: PageProps<'/[locale]/verify'>) {
  const { db, clock } = await requirePage('public', '/verify', params);
  const { token } = await searchParams;
  const t = await words('auth');
  if (typeof token === 'string' && (await isEmailTokenValid(db, token, 'verify_email', clock()))) {
    return (
      <AuthPanel title={t('verify.title')} lead={t('verify.lead')}>
        <OneButtonForm action={verifyEmailAction} values={{ token }} wide size="large">
          {t('verify.submit')}
        </OneButtonForm>
      </AuthPanel>
    );
  }
  const next = (
    <ButtonLink href="/sign-in" variant="primary">
      {t('verify.signIn')}
    </ButtonLink>
  );
  return (
    <EmptyState heading="h1" icon={<Link2Off />} title={t('verify.invalidTitle')} action={next}>
      {t('verify.invalid')}
    </EmptyState>
  );
}
