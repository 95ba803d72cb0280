'use client';

import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { PasswordField, type PasswordWords } from './password-field';
import { useRefreshedMe } from './use-refreshed-me';

type JoinFormProps = {
  /** Of the invitation: it says whose address the account is for. */
  token: string;
  action: FormAction<unknown>;
  words: Readonly<Record<'name' | 'password' | 'passwordHint' | 'open', string>>;
  passwordWords: PasswordWords;
};

/** What an account needs besides the address that the invitation was sent to. */
export function JoinForm({ token, action, words, passwordWords }: JoinFormProps) {
  useRefreshedMe();
  return (
    <ActionForm action={action} className="grid gap-5">
      {(answer) => (
        <>
          <input type="hidden" name="token" value={token} />
          <TextField {...answer.field('name')} label={words.name} autoComplete="name" />
          <PasswordField
            label={words.password}
            hint={words.passwordHint}
            name="password"
            autoComplete="new-password"
            words={passwordWords}
            error={answer.error('password')}
          />
          <SubmitButton wide size="large">
            {words.open}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
