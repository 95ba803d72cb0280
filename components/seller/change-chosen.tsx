'use client';

import { CHOSEN_FORM } from './chosen-form';
import { useState } from 'react';
import { TextField, SelectField } from '@/components/ui/field';
import { Button } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

/** How many offers were changed, and how many left as they were. */
type Came = { readonly changed: number; readonly left: number };

type ChangeChosenProps = {
  action: FormAction<Came>;
  /** What can be done, in the order it is offered, with what is to be typed for it; null for nothing. */
  acts: readonly { readonly kind: string; readonly label: string; readonly value: string | null }[];
  words: Readonly<Record<'title' | 'act' | 'chooseAll' | 'apply' | 'changed' | 'left', string>>;
};

/** Does one thing to all offers that are ticked. */
export function ChangeChosen({ action, acts, words }: ChangeChosenProps) {
  const [kind, setKind] = useState(acts[0]!.kind);
  const value = acts.find((act) => act.kind === kind)?.value;
  const said = ({ changed, left }: Came) =>
    [
      words.changed.replace('{count}', String(changed)),
      ...(left > 0 ? [words.left.replace('{count}', String(left))] : []),
    ].join(' ');
  return (
    <ActionForm
      id={CHOSEN_FORM}
      action={action}
      done={said}
      className="grid gap-3 rounded-lg border border-line bg-raised p-4"
    >
      {(answer) => (
        <>
          <h2 className="text-base font-strong">{words.title}</h2>
          <div className="flex flex-wrap items-end gap-3">
            <SelectField
              name="act.kind"
              label={words.act}
              value={kind}
              onChange={(event) => setKind(acts.find((act) => act.kind === event.target.value)!.kind)}
            >
              {acts.map((act) => (
                <option key={act.kind} value={act.kind}>
                  {act.label}
                </option>
              ))}
            </SelectField>
            {value != null && (
              <TextField
                key={kind}
                {...answer.field('act.value')}
                label={value}
                inputMode="decimal"
                autoComplete="off"
                className="max-w-32"
              />
            )}
            <Button onClick={(event) => chooseAll(event.currentTarget.form)}>{words.chooseAll}</Button>
            <SubmitButton>{words.apply}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

function chooseAll(form: HTMLFormElement | null): void {
  for (const control of form?.elements ?? []) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = true;
  }
}
