'use client';

import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { PasswordField, type PasswordWords } from './password-field';
import { useRefreshedMe } from './use-refreshed-me';

type ResetFormProps = {
  action: FormAction<unknown>;
  token: string;
  words: { readonly password: string; readonly passwordHint: string; readonly submit: string };
  passwordWords: PasswordWords;
};

export function ResetForm({ action, token, words, passwordWords }: ResetFormProps) {
  useRefreshedMe();
  return (
    <ActionForm action={action} className="grid gap-5">
      {({ error }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <PasswordField
            label={words.password}
            hint={words.passwordHint}
            name="password"
            autoComplete="new-password"
            words={passwordWords}
            error={error('password')}
          />
          <SubmitButton wide size="large">
            {words.submit}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
