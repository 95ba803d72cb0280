'use client';

import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/field';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type DecisionFormProps<T> = {
  /** The hidden fields that name what is decided on. */
  subject: Readonly<Record<string, string>>;
  action: FormAction<T>;
  /** What can be decided now; the name is sent as `decision`. */
  decisions: readonly { readonly name: string; readonly label: string; readonly isGrave: boolean }[];
  words: { readonly reason: string; readonly reasonHint: string; readonly done: string };
};

/** Every act of staff asks for its reason. */
export function DecisionForm<T>({ subject, action, decisions, words }: DecisionFormProps<T>) {
  return (
    <ActionForm action={action} done={words.done} className="grid gap-3">
      {(answer) => (
        <>
          {Object.entries(subject).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextAreaField {...answer.field('reason')} rows={2} label={words.reason} hint={words.reasonHint} />
          <div className="flex flex-wrap gap-2">
            {decisions.map(({ name, label, isGrave }) => (
              <Button
                key={name}
                type="submit"
                name="decision"
                value={name}
                variant={isGrave ? 'danger' : 'primary'}
              >
                {label}
              </Button>
            ))}
          </div>
        </>
      )}
    </ActionForm>
  );
}
