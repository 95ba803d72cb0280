import { Link2Off } from '@/components/ui/icons';
import type { Metadata } from 'next';
import { AuthPanel } from '@/components/auth/auth-panel';
import { JoinForm } from '@/components/auth/join-form';
import { OneButtonForm } from '@/components/auth/one-button-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState, FormStatus } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { requirePage, signInPath } from '@/lib/http';
import { getInviteByToken } from '@/lib/sellers';
import { acceptAsNewcomer, acceptInviteAction, signOutToJoin } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('team');
  return { title: t('invites.title'), robots: { index: false }, referrer: 'same-origin' };
}

/** Where the link of an invitation leads. Nothing is accepted by looking: programs that read mail follow links too. */
export default async function JoinPage({ params, searchParams }: PageProps<'/[locale]/join'>) {
  const { actor, db, clock } = await requirePage('public', '/join', params);
  const { token } = await searchParams;
  const t = await words('team');
  const invite = typeof token === 'string' ? await getInviteByToken(db, token, clock()) : null;
  if (typeof token !== 'string' || !invite) return <DeadLink />;

  const { sellerName: shop, email, role } = invite;
  const isThem = actor.kind === 'user' && actor.email.toLowerCase() === email.toLowerCase();
  return (
    <AuthPanel title={t('join.title', { shop })} lead={t('join.lead', { shop, email })}>
      <p className="rounded-md bg-sunken px-4 py-3">
        <span className="block font-strong">{t(`roles.${role}`)}</span>
        {t(`rights.${role}`)}
      </p>
      {actor.kind === 'guest' && <Newcomer token={token} />}
      {isThem && (
        <OneButtonForm action={acceptInviteAction} values={{ token }} wide size="large">
          {t('join.accept')}
        </OneButtonForm>
      )}
      {actor.kind === 'user' && !isThem && (
        <>
          <FormStatus kind="warning">{t('join.asOther', { email: actor.email })}</FormStatus>
          <OneButtonForm action={signOutToJoin} values={{ token }} wide variant="secondary">
            {t('join.signOut')}
          </OneButtonForm>
        </>
      )}
    </AuthPanel>
  );
}

async function Newcomer({ token }: { token: string }) {
  const [t, auth] = await Promise.all([words('team'), words('auth')]);
  return (
    <>
      <div className="grid gap-2">
        <p className="text-sm text-muted">{t('join.haveAccount')}</p>
        <ButtonLink href={signInPath(`/join?token=${encodeURIComponent(token)}`)} wide>
          {t('join.signIn')}
        </ButtonLink>
      </div>
      <section className="grid gap-5 border-t border-line pt-6">
        <h2 className="text-lg">{t('join.newTitle')}</h2>
        <JoinForm
          token={token}
          action={acceptAsNewcomer}
          words={{
            name: t('join.name'),
            password: t('join.password'),
            passwordHint: t('join.passwordHint'),
            open: t('join.open'),
          }}
          passwordWords={{ show: auth('showPassword'), hide: auth('hidePassword') }}
        />
      </section>
    </>
  );
}

async function DeadLink() {
  const t = await words('team');
  const home = (
    <ButtonLink href="/" variant="primary">
      {t('join.home')}
    </ButtonLink>
  );
  return (
    <EmptyState heading="h1" icon={<Link2Off />} title={t('join.invalidTitle')} action={home}>
      {t('join.invalid')}
    </EmptyState>
  );
}
