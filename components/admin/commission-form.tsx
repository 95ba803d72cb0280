'use client';

import { TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

const FIELDS = [
  'name',
  'precedence',
  'percent',
  'seller',
  'category',
  'product',
  'priceFrom',
  'priceBelow',
  'validFrom',
  'validUntil',
] as const;

type CommissionFormProps = {
  action: FormAction<unknown>;
  words: Readonly<Record<(typeof FIELDS)[number] | 'all' | 'reason' | 'add' | 'done', string>>;
};

const DATES: ReadonlySet<string> = new Set(['validFrom', 'validUntil']);
const NEEDED: ReadonlySet<string> = new Set(['name', 'precedence', 'percent', 'validFrom']);

/** A new commission rule; what is left empty narrows nothing. */
export function CommissionForm({ action, words }: CommissionFormProps) {
  return (
    <ActionForm action={action} done={words.done} className="grid gap-3">
      {(answer) => (
        <>
          {FIELDS.map((field) => (
            <TextField
              key={field}
              {...answer.field(field)}
              type={DATES.has(field) ? 'date' : 'text'}
              label={words[field]}
              optional={NEEDED.has(field) ? undefined : words.all}
            />
          ))}
          <TextAreaField {...answer.field('reason')} rows={2} label={words.reason} />
          <SubmitButton>{words.add}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
