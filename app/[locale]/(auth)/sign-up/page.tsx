import type { Metadata } from 'next';
import { AuthPanel } from '@/components/auth/auth-panel';
import { GoogleButton } from '@/components/auth/google-button';
import { SignUpForm } from '@/components/auth/sign-up-form';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import { requirePage } from '@/lib/http';
import { isGoogleConfigured } from '@/lib/http/auth';
import { continueWithGoogle, signUpAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('auth');
  return { title: t('signUp.title'), robots: { index: false } };
}

export default async function SignUpPage({ params }: PageProps<'/[locale]/sign-up'>) {
  await requirePage('public', '/sign-up', params);
  const t = await words('auth');
  const haveAccount = (
    <p>
      {t('signUp.haveAccount')}{' '}
      <Link href="/sign-in" className="touch font-strong text-ink underline underline-offset-4">
        {t('signUp.signIn')}
      </Link>
    </p>
  );
  return (
    <AuthPanel title={t('signUp.title')} lead={t('signUp.lead')} foot={haveAccount}>
      <SignUpForm
        action={signUpAction}
        words={{
          name: t('signUp.name'),
          email: t('signUp.email'),
          password: t('signUp.password'),
          passwordHint: t('signUp.passwordHint'),
          submit: t('signUp.submit'),
          terms: t('signUp.terms'),
        }}
        passwordWords={{ show: t('showPassword'), hide: t('hidePassword') }}
        sentWords={{
          title: t('checkMail.title'),
          body: t('checkMail.signUp', { email: '{email}' }),
          nothing: t('checkMail.nothing'),
        }}
      />
      {isGoogleConfigured() && (
        <GoogleButton action={continueWithGoogle} returnTo="/account" label={t('signIn.google')} />
      )}
    </AuthPanel>
  );
}
