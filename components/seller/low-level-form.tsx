'use client';

import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type LowLevelFormProps = {
  offerId: string;
  lowLevel: number | null;
  action: FormAction<void>;
  words: Readonly<Record<'level' | 'hint' | 'save' | 'saved', string>>;
};

/** From how few pieces down somebody wants to be told. */
export function LowLevelForm({ offerId, lowLevel, action, words }: LowLevelFormProps) {
  return (
    <ActionForm action={action} done={words.saved} className="grid gap-3">
      {(answer) => (
        <>
          <input type="hidden" name="offerId" value={offerId} />
          <TextField
            {...answer.field('lowLevel', lowLevel ?? undefined)}
            type="number"
            min={0}
            inputMode="numeric"
            label={words.level}
            hint={words.hint}
          />
          <SubmitButton variant="secondary" className="justify-self-start">
            {words.save}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
