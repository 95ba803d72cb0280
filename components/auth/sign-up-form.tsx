'use client';

import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { EmailField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { CheckMail, type CheckMailWords } from './check-mail';
import { PasswordField, type PasswordWords } from './password-field';

type SignUpFormProps = {
  action: FormAction<{ readonly email: string }>;
  words: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
    readonly passwordHint: string;
    readonly submit: string;
    readonly terms: string;
  };
  passwordWords: PasswordWords;
  sentWords: CheckMailWords;
};

export function SignUpForm({ action, words, passwordWords, sentWords }: SignUpFormProps) {
  return (
    <ActionForm
      action={action}
      className="grid gap-5"
      instead={({ email }) => <CheckMail words={sentWords} email={email} />}
    >
      {({ error, typed }) => (
        <>
          <TextField
            label={words.name}
            name="name"
            autoComplete="name"
            required
            defaultValue={typed('name')}
            error={error('name')}
          />
          <EmailField
            label={words.email}
            name="email"
            autoComplete="username"
            required
            defaultValue={typed('email')}
            error={error('email')}
          />
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
          <p className="text-sm text-muted">{words.terms}</p>
        </>
      )}
    </ActionForm>
  );
}
