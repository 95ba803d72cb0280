'use client';

import { useActionState } from 'react';
import { EmailField, TextField } from '@/components/ui/field';
import { FormStatus } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/kernel/action-result';
import type { OrderFormAction } from './order-form';

type LookUpFormProps = {
  action: OrderFormAction;
  words: { number: string; numberHint: string; email: string; submit: string; sent: string };
};

/** Asks for the link to an order by mail. It says the same whether or not there is such an order. */
export function LookUpForm({ action, words }: LookUpFormProps) {
  const [result, submit] = useActionState<ActionResult<unknown> | null, FormData>(action, null);
  const failure = result?.ok === false ? result : null;
  return (
    <form action={submit} noValidate className="grid gap-5">
      <TextField
        name="number"
        label={words.number}
        hint={words.numberHint}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        defaultValue={failure?.values?.number}
        error={failure?.fields?.number}
      />
      <EmailField
        name="email"
        label={words.email}
        autoComplete="email"
        required
        defaultValue={failure?.values?.email}
        error={failure?.fields?.email}
      />
      <FormStatus kind="error">{failure && !failure.fields ? failure.message : null}</FormStatus>
      <FormStatus kind="success">{result?.ok ? words.sent : null}</FormStatus>
      <SubmitButton wide>{words.submit}</SubmitButton>
    </form>
  );
}
