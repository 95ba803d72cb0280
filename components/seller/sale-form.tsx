'use client';

import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type SaleFormProps = {
  /** Of the sale that sending the form plans, however often it is sent. */
  saleId: string;
  offerId: string;
  /** `2026-11-23`. */
  today: string;
  action: FormAction<void>;
  words: Readonly<Record<'price' | 'starts' | 'ends' | 'optional' | 'days' | 'plan', string>>;
};

/** A lower price from a day on, until another. */
export function SaleForm({ saleId, offerId, today, action, words }: SaleFormProps) {
  return (
    <ActionForm action={action} className="grid gap-3">
      {(answer) => (
        <>
          <input type="hidden" name="saleId" value={saleId} />
          <input type="hidden" name="offerId" value={offerId} />
          <TextField {...answer.field('price')} label={words.price} inputMode="decimal" autoComplete="off" />
          <TextField {...answer.field('startsAt', today)} label={words.starts} type="date" />
          <TextField
            {...answer.field('endsAt')}
            label={words.ends}
            hint={words.days}
            optional={words.optional}
            type="date"
          />
          <SubmitButton className="justify-self-start">{words.plan}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
