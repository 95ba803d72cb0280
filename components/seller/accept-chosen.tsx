'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type AcceptChosenProps = {
  action: FormAction<{ readonly accepted: number }>;
  words: Readonly<Record<'chooseAll' | 'accept' | 'done', string>>;
  /** The queue, with a checkbox for each order. */
  children: ReactNode;
};

/** A queue of which several orders are accepted at once. */
export function AcceptChosen({ action, words, children }: AcceptChosenProps) {
  return (
    <ActionForm action={action} done={words.done} className="grid gap-4">
      <div className="flex flex-wrap gap-3">
        <Button onClick={(event) => chooseAll(event.currentTarget.form)}>{words.chooseAll}</Button>
        <SubmitButton>{words.accept}</SubmitButton>
      </div>
      {children}
    </ActionForm>
  );
}

function chooseAll(form: HTMLFormElement | null): void {
  for (const box of form?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])
    box.checked = true;
}
