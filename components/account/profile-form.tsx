'use client';

import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { useRefreshedMe } from '@/components/auth/use-refreshed-me';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';

type ProfileFormProps = {
  action: FormAction<unknown>;
  name: string;
  words: { readonly name: string; readonly save: string; readonly saved: string };
};

export function ProfileForm({ action, name, words }: ProfileFormProps) {
  useRefreshedMe();
  return (
    <ActionForm action={action} done={words.saved} className="grid gap-5">
      {({ error, typed }) => (
        <>
          <TextField
            label={words.name}
            name="name"
            autoComplete="name"
            required
            defaultValue={typed('name') ?? name}
            error={error('name')}
          />
          <div>
            <SubmitButton>{words.save}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
