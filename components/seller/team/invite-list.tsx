import { OneButtonForm } from '@/components/auth/one-button-form';
import { Badge } from '@/components/ui/badge';
import { currentLocale, words } from '@/components/ui/words';
import type { FormAction } from '@/components/workspace/action-form';
import { formatDate } from '@/lib/i18n';
import type { OpenInvite } from '@/lib/sellers/model';

type InviteListProps = {
  invites: readonly OpenInvite[];
  actions: { readonly sendAgain: FormAction<null>; readonly withdraw: FormAction<null> };
};

/** Who was asked and has not answered. */
export async function InviteList({ invites, actions }: InviteListProps) {
  const [t, locale] = await Promise.all([words('team'), currentLocale()]);
  if (invites.length === 0) return null;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {invites.map(({ inviteId, email, role, expiresAt, hasExpired }) => (
        <li key={inviteId} className="grid gap-3 p-4 md:grid-cols-[1fr_auto] md:items-center">
          <div className="min-w-0">
            <p className="truncate font-strong">{email}</p>
            <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
              <span>{t(`roles.${role}`)}</span>
              {hasExpired ? (
                <Badge tone="warning">{t('invites.expired')}</Badge>
              ) : (
                <span>{t('invites.until', { date: formatDate(expiresAt, locale, 'dayMonth') })}</span>
              )}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            <OneButtonForm
              action={actions.sendAgain}
              values={{ inviteId }}
              variant="secondary"
              aria-label={t('invites.sendAgainTo', { email })}
            >
              {t('invites.sendAgain')}
            </OneButtonForm>
            <OneButtonForm
              action={actions.withdraw}
              values={{ inviteId }}
              variant="quiet"
              aria-label={t('invites.withdrawOf', { email })}
            >
              {t('invites.withdraw')}
            </OneButtonForm>
          </div>
        </li>
      ))}
    </ul>
  );
}
