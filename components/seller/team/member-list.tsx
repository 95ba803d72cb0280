import { OneButtonForm } from '@/components/auth/one-button-form';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { SubmitButton } from '@/components/ui/submit-button';
import { Select } from '@/components/ui/input';
import { words } from '@/components/ui/words';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { SELLER_ROLES } from '@/lib/identity/model';
import type { TeamMember } from '@/lib/sellers/model';

type MemberListProps = {
  members: readonly TeamMember[];
  /** Whose list it is: people leave by themselves, they do not remove themselves. */
  selfId: string;
  /** Null for who may only look. */
  actions: { readonly changeRole: FormAction<null>; readonly remove: FormAction<null> } | null;
};

/** Who works here, in which role; for owners with what they can do about it. */
export async function MemberList({ members, selfId, actions }: MemberListProps) {
  const t = await words('team');
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {members.map(({ memberId, name, email, role }) => (
        <li key={memberId} className="grid gap-3 p-4 md:grid-cols-[1fr_auto] md:items-center">
          <div className="flex min-w-0 items-center gap-3">
            <Avatar name={name} />
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-strong">
                {name}
                {memberId === selfId && <Badge>{t('you')}</Badge>}
              </p>
              <p className="truncate text-sm text-muted">{email}</p>
            </div>
          </div>
          {actions === null ? (
            <p className="text-sm">{t(`roles.${role}`)}</p>
          ) : (
            <div className="flex flex-wrap items-start gap-2">
              <ActionForm action={actions.changeRole} className="grid gap-2">
                <input type="hidden" name="memberId" value={memberId} />
                <span className="flex gap-2">
                  <Select key={role} name="role" defaultValue={role} aria-label={t('roleOf', { name })}>
                    {SELLER_ROLES.map((each) => (
                      <option key={each} value={each}>
                        {t(`roles.${each}`)}
                      </option>
                    ))}
                  </Select>
                  <SubmitButton variant="secondary" aria-label={t('saveRoleOf', { name })}>
                    {t('saveRole')}
                  </SubmitButton>
                </span>
              </ActionForm>
              {memberId !== selfId && (
                <OneButtonForm
                  action={actions.remove}
                  values={{ memberId }}
                  variant="danger"
                  aria-label={t('removeName', { name })}
                >
                  {t('remove')}
                </OneButtonForm>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
