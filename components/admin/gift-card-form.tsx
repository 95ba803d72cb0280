'use client';

import { EmailField, TextAreaField, TextField } from '@/components/ui/field';
import { FormStatus } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type GiftCardFormProps = {
  /** Of the card that pressing the button issues. */
  giftCardId: string;
  action: FormAction<void>;
  words: Readonly<
    Record<'amount' | 'email' | 'message' | 'messageHint' | 'reason' | 'issue' | 'done', string>
  >;
};

/** Issues a gift card; pressed twice it is issued once, and for another the page is opened anew. */
export function GiftCardForm({ giftCardId, action, words }: GiftCardFormProps) {
  return (
    <ActionForm
      action={action}
      instead={() => <FormStatus kind="success">{words.done}</FormStatus>}
      className="grid gap-3"
    >
      {(answer) => (
        <>
          <input type="hidden" name="giftCardId" value={giftCardId} />
          <TextField {...answer.field('amount')} label={words.amount} inputMode="decimal" required />
          <EmailField {...answer.field('email')} label={words.email} autoComplete="off" required />
          <TextAreaField
            {...answer.field('message')}
            rows={3}
            label={words.message}
            hint={words.messageHint}
          />
          <TextAreaField {...answer.field('reason')} rows={2} label={words.reason} required />
          <SubmitButton>{words.issue}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
