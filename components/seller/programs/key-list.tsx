import { OneButtonForm } from '@/components/auth/one-button-form';
import { KeyRound } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/state';
import { currentLocale, words } from '@/components/ui/words';
import type { FormAction } from '@/components/workspace/action-form';
import type { ApiKeyView } from '@/lib/api-keys/model';
import { formatDate } from '@/lib/i18n';

/** The keys of a shop: what each may do, when it was last used. */
export async function KeyList({ keys, revoke }: { keys: readonly ApiKeyView[]; revoke: FormAction<null> }) {
  const [t, locale] = await Promise.all([words('programs'), currentLocale()]);
  if (keys.length === 0) {
    return (
      <EmptyState icon={<KeyRound />} title={t('keys.emptyTitle')}>
        {t('keys.empty')}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {keys.map(({ keyId, name, scopes, ending, createdAt, lastUsedAt }) => (
        <li key={keyId} className="grid gap-3 p-4 md:grid-cols-[1fr_auto] md:items-center">
          <div className="min-w-0">
            <p className="font-strong">
              {name} <span className="font-regular text-muted">{t('keys.ending', { ending })}</span>
            </p>
            <p className="text-sm">{scopes.map((scope) => t(`scopes.${scope}`)).join(' · ')}</p>
            <p className="text-sm text-muted">
              {t('keys.since', { date: formatDate(createdAt, locale, 'date') })}
              {' · '}
              {lastUsedAt
                ? t('keys.used', { date: formatDate(lastUsedAt, locale, 'dateTime') })
                : t('keys.unused')}
            </p>
          </div>
          <OneButtonForm
            action={revoke}
            values={{ keyId }}
            variant="danger"
            aria-label={t('keys.revokeName', { name })}
          >
            {t('keys.revoke')}
          </OneButtonForm>
        </li>
      ))}
    </ul>
  );
}
