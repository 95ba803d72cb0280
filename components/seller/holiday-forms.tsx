'use client';

import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { Holiday } from '@/lib/sellers/model';

type HolidayFormsProps = {
  holiday: Holiday | null;
  /** The first day that can be chosen. */
  today: string;
  plan: FormAction<null>;
  end: FormAction<null>;
  words: Readonly<Record<'from' | 'until' | 'plan' | 'end' | 'saved', string>>;
};

/** When a shop is away; and back, before its time or instead. */
export function HolidayForms({ holiday, today, plan, end, words }: HolidayFormsProps) {
  return (
    <div className="grid gap-3">
      <ActionForm key={holiday?.from} action={plan} done={words.saved} className="grid gap-3">
        {(answer) => (
          <>
            <div className="grid grid-cols-2 items-start gap-3 md:max-w-form">
              <TextField {...answer.field('from', holiday?.from)} label={words.from} type="date" />
              <TextField
                {...answer.field('until', holiday?.until)}
                label={words.until}
                type="date"
                min={today}
              />
            </div>
            <SubmitButton variant="secondary" className="justify-self-start">
              {words.plan}
            </SubmitButton>
          </>
        )}
      </ActionForm>
      {holiday && (
        <ActionForm action={end} className="grid justify-items-start gap-3">
          <SubmitButton>{words.end}</SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
