'use client';

import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { EmailField } from '@/components/ui/field';
import { Link } from '@/components/ui/link';
import { SubmitButton } from '@/components/ui/submit-button';
import { PasswordField, type PasswordWords } from './password-field';
import { useRefreshedMe } from './use-refreshed-me';

type SignInFormProps = {
  action: FormAction<unknown>;
  returnTo: string;
  words: {
    readonly email: string;
    readonly password: string;
    readonly submit: string;
    readonly forgot: string;
  };
  passwordWords: PasswordWords;
};

export function SignInForm({ action, returnTo, words, passwordWords }: SignInFormProps) {
  useRefreshedMe();
  return (
    <ActionForm action={action} className="grid gap-5">
      {({ error, typed }) => (
        <>
          <input type="hidden" name="returnTo" value={returnTo} />
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
            name="password"
            autoComplete="current-password"
            words={passwordWords}
            error={error('password')}
          />
          <p className="-mt-2 text-end text-sm">
            <Link href="/forgot" className="touch underline underline-offset-4">
              {words.forgot}
            </Link>
          </p>
          <SubmitButton wide size="large">
            {words.submit}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
