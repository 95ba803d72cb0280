'use client';

import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type RedeemGiftCardProps = {
  action: FormAction<void>;
  words: Readonly<Record<'code' | 'hint' | 'redeem' | 'done', string>>;
};

/** Turns a gift card into store credit. */
export function RedeemGiftCard({ action, words }: RedeemGiftCardProps) {
  return (
    <ActionForm action={action} done={words.done} className="grid gap-3">
      {(answer) => (
        <>
          <TextField
            {...answer.field('code')}
            label={words.code}
            hint={words.hint}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
          />
          <SubmitButton variant="secondary">{words.redeem}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
