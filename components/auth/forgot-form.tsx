'use client';

import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { EmailField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { CheckMail, type CheckMailWords } from './check-mail';

type ForgotFormProps = {
  action: FormAction<{ readonly email: string }>;
  words: { readonly email: string; readonly submit: string };
  sentWords: CheckMailWords;
};

export function ForgotForm({ action, words, sentWords }: ForgotFormProps) {
  return (
    <ActionForm
      action={action}
      className="grid gap-5"
      instead={({ email }) => <CheckMail words={sentWords} email={email} />}
    >
      {({ error, typed }) => (
        <>
          <EmailField
            label={words.email}
            name="email"
            autoComplete="username"
            required
            defaultValue={typed('email')}
            error={error('email')}
          />
          <SubmitButton wide size="large">
            {words.submit}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
