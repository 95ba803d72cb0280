'use client';

import { useId, type KeyboardEvent } from 'react';
import { FieldError } from '@/components/ui/field';
import { TextArea } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { FormAnswer } from '@/components/workspace/form-answer';
import { LONGEST_MESSAGE } from '@/lib/conversations/model';

type MessageFormProps = {
  /** What it is written about, as its action names it; and the id of the message to be. */
  subject: Readonly<Record<string, string>>;
  action: FormAction<unknown>;
  words: Readonly<Record<'label' | 'hint' | 'send', string>>;
};

/** Where one writes, at the thumb on a phone. Empty again once it is sent; a refused text stays. */
export function MessageForm({ subject, action, words }: MessageFormProps) {
  return (
    <ActionForm
      action={action}
      className="sticky bottom-(--tab-bar) z-10 -mx-4 grid gap-1.5 border-t border-line bg-surface px-4 py-3 md:mx-0 md:px-0"
    >
      {(answer) => (
        <>
          {Object.entries(subject).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Written answer={answer} words={words} />
        </>
      )}
    </ActionForm>
  );
}

function Written({ answer, words }: { answer: FormAnswer } & Pick<MessageFormProps, 'words'>) {
  const id = useId();
  const { error, ...typed } = answer.field('body');
  return (
    <>
      <div className="flex items-end gap-2">
        <TextArea
          {...typed}
          aria-label={words.label}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-hint ${id}-error`}
          placeholder={words.label}
          rows={2}
          maxLength={LONGEST_MESSAGE}
          required
          className="field-sizing-content max-h-40 min-h-11"
          onKeyDown={sendByKeys}
        />
        <SubmitButton className="shrink-0">{words.send}</SubmitButton>
      </div>
      <FieldError id={`${id}-error`} error={error} />
      <p id={`${id}-hint`} className="text-xs text-muted">
        {words.hint}
      </p>
    </>
  );
}

/** Enter begins a new line, as on a phone; with Ctrl or Command it sends. */
function sendByKeys({ key, ctrlKey, metaKey, currentTarget }: KeyboardEvent<HTMLTextAreaElement>): void {
  if (key === 'Enter' && (ctrlKey || metaKey)) currentTarget.form?.requestSubmit();
}
