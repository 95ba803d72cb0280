'use client';

import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type SayOnDisputeProps = {
  disputeId: string;
  action: FormAction<unknown>;
  words: Readonly<Record<'label' | 'hint' | 'button' | 'done', string>>;
};

/** What a seller or an operator says about a dispute, in words. */
export function SayOnDispute({ disputeId, action, words }: SayOnDisputeProps) {
  return (
    <ActionForm action={action} done={words.done} className="grid gap-3">
      {(answer) => (
        <>
          <input type="hidden" name="disputeId" value={disputeId} />
          <TextAreaField {...answer.field('text')} rows={4} label={words.label} hint={words.hint} />
          <SubmitButton className="justify-self-start">{words.button}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
