'use client';

import { useState } from 'react';
import { TextAreaField, TextField } from '@/components/ui/field';
import { FormStatus } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type GrantCreditFormProps = {
  userId: string;
  action: FormAction<void>;
  words: Readonly<Record<'amount' | 'reason' | 'give' | 'done', string>>;
};

/** Gives somebody store credit; pressed twice it is given once, and for more the page is opened anew. */
export function GrantCreditForm({ userId, action, words }: GrantCreditFormProps) {
  const [key] = useState(() => crypto.randomUUID());
  return (
    <ActionForm
      action={action}
      instead={() => <FormStatus kind="success">{words.done}</FormStatus>}
      className="grid gap-3"
    >
      {(answer) => (
        <>
          <input type="hidden" name="userId" value={userId} />
          <input type="hidden" name="key" value={key} suppressHydrationWarning />
          <TextField {...answer.field('amount')} label={words.amount} inputMode="decimal" required />
          <TextAreaField {...answer.field('reason')} rows={2} label={words.reason} />
          <SubmitButton variant="secondary">{words.give}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
