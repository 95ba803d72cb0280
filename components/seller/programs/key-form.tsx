'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Checkbox } from '@/components/ui/input';
import { FormStatus } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { ShownOnce, type ShownOnceWords } from './shown-once';

type KeyFormProps = {
  action: FormAction<{ readonly key: string }>;
  scopes: readonly { readonly value: string; readonly label: string; readonly hint: string }[];
  words: Readonly<
    Record<'name' | 'nameHint' | 'scopes' | 'create' | 'madeTitle' | 'made' | 'key' | 'another', string>
  > &
    ShownOnceWords;
};

/** Makes a key, and shows it the one time it can be seen. */
export function KeyForm({ action, scopes, words }: KeyFormProps) {
  const [round, setRound] = useState(0);
  const router = useRouter();
  const again = () => {
    setRound(round + 1);
    router.refresh();
  };
  return (
    <ActionForm
      key={round}
      action={action}
      className="grid gap-4"
      instead={({ key }) => (
        <div className="grid gap-4">
          <FormStatus kind="success">{words.madeTitle}</FormStatus>
          <p className="text-sm text-muted">{words.made}</p>
          <ShownOnce label={words.key} value={key} words={words} />
          <Button onClick={again} className="justify-self-start">
            {words.another}
          </Button>
        </div>
      )}
    >
      {(answer) => (
        <>
          <TextField
            {...answer.field('name')}
            label={words.name}
            hint={words.nameHint}
            autoComplete="off"
            maxLength={60}
          />
          <fieldset>
            <legend className="mb-1 text-sm font-strong">{words.scopes}</legend>
            {scopes.map(({ value, label, hint }) => (
              <Checkbox
                key={value}
                name="scopes"
                value={value}
                label={label}
                hint={hint}
                defaultChecked={value.endsWith(':read')}
              />
            ))}
          </fieldset>
          <SubmitButton className="justify-self-start">{words.create}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
