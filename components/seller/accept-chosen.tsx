'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type AcceptChosenProps = {
  /** Answers how many were accepted, in words. */
  action: FormAction<{ readonly said: string }>;
  words: Readonly<Record<'chooseAll' | 'accept', string>>;
  /** Nothing is left to choose; what was said of the last ones stays. */
  isEmpty: boolean;
  /** The queue, with a checkbox for each order. */
  children: ReactNode;
};

/** A queue of which several orders are accepted at once. */
export function AcceptChosen({ action, words, isEmpty, children }: AcceptChosenProps) {
  return (
    <ActionForm action={action} done={({ said }) => said} className="grid gap-4">
      {!isEmpty && (
        <div className="flex flex-wrap gap-3">
          <Button onClick={(event) => chooseAll(event.currentTarget.form)}>{words.chooseAll}</Button>
          <SubmitButton>{words.accept}</SubmitButton>
        </div>
      )}
      {children}
    </ActionForm>
  );
}

function chooseAll(form: HTMLFormElement | null): void {
  for (const box of form?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])
    box.checked = true;
}
