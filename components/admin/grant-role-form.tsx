'use client';

import { SelectField, TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type GrantRoleFormProps = {
  userId: string;
  roles: readonly { readonly value: string; readonly label: string }[];
  action: FormAction<null>;
  words: Readonly<Record<'role' | 'reason' | 'grant' | 'done', string>>;
};

export function GrantRoleForm({ userId, roles, action, words }: GrantRoleFormProps) {
  return (
    <ActionForm action={action} done={words.done} className="grid gap-3">
      {(answer) => (
        <>
          <input type="hidden" name="userId" value={userId} />
          <SelectField {...answer.field('role')} label={words.role}>
            {roles.map((role) => (
              <option key={role.value} value={role.value}>
                {role.label}
              </option>
            ))}
          </SelectField>
          <TextAreaField {...answer.field('reason')} rows={2} label={words.reason} />
          <SubmitButton variant="secondary">{words.grant}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
