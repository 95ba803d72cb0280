'use client';

import { EmailField } from '@/components/ui/field';
import { RadioCard } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { SellerRole } from '@/lib/identity/model';

type InviteFormProps = {
  action: FormAction<unknown>;
  roles: readonly { readonly value: SellerRole; readonly label: string; readonly hint: string }[];
  words: Readonly<Record<'email' | 'role' | 'send', string>>;
};

/** Whom to ask, and what they may do then. */
export function InviteForm({ action, roles, words }: InviteFormProps) {
  return (
    <ActionForm action={action} className="grid gap-4">
      {(answer) => (
        <>
          <EmailField {...answer.field('email')} label={words.email} autoComplete="off" />
          <fieldset className="grid gap-2 md:grid-cols-2">
            <legend className="mb-1.5 text-sm font-strong">{words.role}</legend>
            {roles.map(({ value, label, hint }) => (
              <RadioCard
                key={value}
                name="role"
                value={value}
                label={label}
                hint={hint}
                defaultChecked={(answer.typed('role') ?? 'orders') === value}
              />
            ))}
          </fieldset>
          <SubmitButton className="justify-self-start">{words.send}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
