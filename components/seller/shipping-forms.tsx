'use client';

import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type HandlingFormProps = {
  handlingDays: number;
  action: FormAction<void>;
  words: Readonly<Record<'days' | 'save' | 'saved', string>>;
};

/** How many working days a seller takes from payment to hand-over. */
export function HandlingForm({ handlingDays, action, words }: HandlingFormProps) {
  return (
    <ActionForm action={action} done={words.saved} className="grid gap-3">
      {(answer) => (
        <div className="flex flex-wrap items-end gap-3">
          <TextField
            {...answer.field('handlingDays', handlingDays)}
            label={words.days}
            type="number"
            min={0}
            max={60}
            inputMode="numeric"
          />
          <SubmitButton variant="secondary">{words.save}</SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}

type RemoveZoneFormProps = { zoneId: string; action: FormAction<void>; label: string };

export function RemoveZoneForm({ zoneId, action, label }: RemoveZoneFormProps) {
  return (
    <ActionForm action={action} className="grid gap-3">
      <input type="hidden" name="zoneId" value={zoneId} />
      <SubmitButton variant="danger" className="justify-self-start">
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
