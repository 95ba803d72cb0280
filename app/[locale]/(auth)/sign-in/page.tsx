import type { Metadata } from 'next';
import { AuthPanel } from '@/components/auth/auth-panel';
import { DemoLogins } from '@/components/auth/demo-logins';
import { GoogleButton } from '@/components/auth/google-button';
import { SignInForm } from '@/components/auth/sign-in-form';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { FormStatus } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { requirePage, safeReturnPath } from '@/lib/http';
import { isGoogleConfigured } from '@/lib/http/auth';
import type { Translator } from '@/lib/i18n';
import { DEMO_LOGINS } from '@/lib/identity';
import { env } from '@/lib/platform/env';
import { continueWithGoogle, signInAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('auth');
  return { title: t('signIn.title'), robots: { index: false } };
}

export default async function SignInPage({ params, searchParams }: PageProps<'/[locale]/sign-in'>) {
  const { actor } = await requirePage('public', '/sign-in', params);
  const query = await searchParams;
  const returnTo = safeReturnPath(query.returnTo, '/account');
  const t = await words('auth');

  if (actor.kind === 'user') {
    return (
      <AuthPanel title={t('signIn.title')} lead={t('signIn.signedInAs', { name: actor.name })}>
        <ButtonLink href={returnTo} variant="primary" size="large" wide>
          {t('signIn.continue')}
        </ButtonLink>
      </AuthPanel>
    );
  }
  return (
    <AuthPanel title={t('signIn.title')} lead={t('signIn.lead')} foot={<NewHere />}>
      {query.error !== undefined && <FormStatus kind="error">{providerError(query.code, t)}</FormStatus>}
      {env().SOUK_DEMO && (
        <DemoLogins
          action={signInAction}
          returnTo={returnTo}
          title={t('signIn.demoTitle')}
          lead={t('signIn.demoLead')}
          logins={DEMO_LOGINS.map(({ role, ...login }) => ({
            ...login,
            label: t(`signIn.demoRoles.${role}`),
          }))}
        />
      )}
      <SignInForm
        action={signInAction}
        returnTo={returnTo}
        words={{
          email: t('signIn.email'),
          password: t('signIn.password'),
          submit: t('signIn.submit'),
          forgot: t('signIn.forgot'),
        }}
        passwordWords={{ show: t('showPassword'), hide: t('hidePassword') }}
      />
      {isGoogleConfigured() && (
        <GoogleButton action={continueWithGoogle} returnTo={returnTo} label={t('signIn.google')} />
      )}
    </AuthPanel>
  );
}

async function NewHere() {
  const t = await words('auth');
  return (
    <>
      <p>
        {t('signIn.newHere')}{' '}
        <Link href="/sign-up" className="touch font-strong text-ink underline underline-offset-4">
          {t('signIn.signUp')}
        </Link>
      </p>
      <p className="mt-1">{t('signIn.guest')}</p>
    </>
  );
}

/** Why a provider sent somebody back here. */
function providerError(code: string | string[] | undefined, t: Translator<'auth'>): string {
  if (code === 'provider_email_unverified') return t('signIn.errors.unverified');
  if (code === 'account_locked') return t('signIn.errors.locked');
  if (code === 'conflict') return t('signIn.errors.taken');
  return t('signIn.errors.provider');
}
