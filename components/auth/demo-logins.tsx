'use client';

import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { SubmitButton } from '@/components/ui/submit-button';

export type DemoLoginView = { readonly label: string; readonly email: string; readonly password: string };

type DemoLoginsProps = {
  action: FormAction<unknown>;
  returnTo: string;
  title: string;
  lead: string;
  logins: readonly DemoLoginView[];
};

/** Whom a demo installation can be tried as; one tap signs in. */
export function DemoLogins({ action, returnTo, title, lead, logins }: DemoLoginsProps) {
  return (
    <section className="grid gap-3 rounded-lg bg-sunken p-4">
      <h2 className="text-base">{title}</h2>
      <p className="text-sm text-muted">{lead}</p>
      <ul className="grid gap-2">
        {logins.map(({ label, email, password }) => (
          <li key={email}>
            <ActionForm action={action}>
              <input type="hidden" name="returnTo" value={returnTo} />
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <SubmitButton variant="secondary" wide>
                <span>{label}</span>
                <span className="truncate text-sm font-regular text-muted">{email}</span>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
