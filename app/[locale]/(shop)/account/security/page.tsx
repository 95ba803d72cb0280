import type { Metadata } from 'next';
import { AccountPage } from '@/components/account/account-page';
import { ChangePasswordForm } from '@/components/account/change-password-form';
import { DeviceList, type DeviceView } from '@/components/account/device-list';
import { DoneForm } from '@/components/account/done-form';
import { GoogleButton } from '@/components/auth/google-button';
import { OneButtonForm } from '@/components/auth/one-button-form';
import { Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import { requirePage } from '@/lib/http';
import { isGoogleConfigured } from '@/lib/http/auth';
import { formatDate, type Locale, type Translator } from '@/lib/i18n';
import { getSignInMethods, listSessions, type DeviceDescription, type SessionView } from '@/lib/identity';
import { publicId } from '@/lib/kernel/ids';
import { continueWithGoogle } from '../../../(auth)/actions';
import {
  changePasswordAction,
  disconnectGoogleAction,
  endAllDevicesAction,
  endDeviceAction,
  endOtherDevicesAction,
  requestPasswordAction,
} from '../actions';

const HERE = '/account/security';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('account');
  return { title: t('security.title'), robots: { index: false } };
}

export default async function SecurityPage({ params }: PageProps<'/[locale]/account/security'>) {
  const { actor, db, clock, locale } = await requirePage('user', HERE, params);
  const t = await words('account');
  const [methods, sessions] = await Promise.all([
    getSignInMethods(db, actor.userId),
    listSessions(db, actor.userId, clock()),
  ]);
  return (
    <AccountPage title={t('security.title')}>
      <Section title={t('security.passwordTitle')}>
        {methods.hasPassword ? <ChangePassword email={actor.email} /> : <SetPassword email={actor.email} />}
      </Section>
      {isGoogleConfigured() && (
        <Section title={t('security.googleTitle')}>
          <GoogleConnection
            connected={methods.providers.includes('google')}
            removable={methods.hasPassword}
          />
        </Section>
      )}
      <Section title={t('security.devicesTitle')}>
        <DeviceList
          devices={sessions.map((session) => toDevice(session, actor.sessionId, locale, t))}
          end={endDeviceAction}
          words={{
            here: t('security.here'),
            end: t('security.end'),
            endName: (device) => t('security.endName', { device }),
          }}
        />
        <div className="mt-4 flex flex-wrap gap-3">
          {sessions.length > 1 && (
            <OneButtonForm action={endOtherDevicesAction} variant="secondary">
              {t('security.endOthers')}
            </OneButtonForm>
          )}
          <OneButtonForm action={endAllDevicesAction} variant="danger">
            {t('security.endAll')}
          </OneButtonForm>
        </div>
      </Section>
    </AccountPage>
  );
}

async function ChangePassword({ email }: { email: string }) {
  const t = await words('account');
  const auth = await words('auth');
  return (
    <ChangePasswordForm
      action={changePasswordAction}
      email={email}
      words={{
        current: t('security.currentPassword'),
        next: t('security.newPassword'),
        nextHint: t('security.newPasswordHint'),
        submit: t('security.change'),
        done: t('security.changed'),
      }}
      passwordWords={{ show: auth('showPassword'), hide: auth('hidePassword') }}
    />
  );
}

async function SetPassword({ email }: { email: string }) {
  const t = await words('account');
  return (
    <div className="grid gap-4">
      <p className="text-muted">{t('security.noPassword')}</p>
      <DoneForm
        action={requestPasswordAction}
        label={t('security.setPassword')}
        done={t('security.linkSent', { email })}
      />
    </div>
  );
}

async function GoogleConnection({ connected, removable }: { connected: boolean; removable: boolean }) {
  const t = await words('account');
  if (!connected) {
    return (
      <div className="grid max-w-form gap-4">
        <p className="text-muted">{t('security.googleOff')}</p>
        <GoogleButton action={continueWithGoogle} returnTo={HERE} label={t('security.googleConnect')} />
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      <p className="text-muted">{t('security.googleConnected')}</p>
      {removable ? (
        <DoneForm
          action={disconnectGoogleAction}
          label={t('security.googleDisconnect')}
          done={t('security.disconnected')}
        />
      ) : (
        <p className="text-sm text-muted">{t('security.googleOnly')}</p>
      )}
    </div>
  );
}

function toDevice(
  session: SessionView,
  hereId: string,
  locale: Locale,
  t: Translator<'account'>,
): DeviceView {
  return {
    sessionId: publicId('ses', session.sessionId),
    name: deviceName(session.device, t),
    handheld: session.device.handheld,
    lastSeen: t('security.lastSeen', { when: formatDate(session.lastSeenAt, locale, 'dateTime') }),
    isHere: session.sessionId === hereId,
  };
}

function deviceName({ browser, system }: DeviceDescription, t: Translator<'account'>): string {
  if (browser && system) return t('security.deviceOn', { browser, system });
  return browser ?? system ?? t('security.unknownDevice');
}
