'use client';

import { PasswordField, type PasswordWords } from '@/components/auth/password-field';
import { FormStatus } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type ChangePasswordFormProps = {
  action: FormAction<unknown>;
  /** Password managers file the new password under it. */
  email: string;
  words: {
    readonly current: string;
    readonly next: string;
    readonly nextHint: string;
    readonly submit: string;
    readonly done: string;
  };
  passwordWords: PasswordWords;
};

export function ChangePasswordForm({ action, email, words, passwordWords }: ChangePasswordFormProps) {
  return (
    <ActionForm
      action={action}
      className="grid max-w-form gap-5"
      instead={() => <FormStatus kind="success">{words.done}</FormStatus>}
    >
      {({ error }) => (
        <>
          <input name="username" autoComplete="username" defaultValue={email} readOnly hidden />
          <PasswordField
            label={words.current}
            name="currentPassword"
            autoComplete="current-password"
            words={passwordWords}
            error={error('currentPassword')}
          />
          <PasswordField
            label={words.next}
            hint={words.nextHint}
            name="password"
            autoComplete="new-password"
            words={passwordWords}
            error={error('password')}
          />
          <div>
            <SubmitButton>{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
