'use client';

import { TextAreaField, TextField } from '@/components/ui/field';
import { Folded } from '@/components/ui/folded';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type PayoutDeskProps = {
  sellerId: string;
  releaseDays: number;
  actions: Readonly<Record<'terms' | 'hold', FormAction<unknown>>>;
  words: Readonly<
    Record<
      | 'terms'
      | 'releaseDays'
      | 'saveTerms'
      | 'hold'
      | 'amount'
      | 'amountHint'
      | 'days'
      | 'daysHint'
      | 'reason'
      | 'reasonHint'
      | 'place'
      | 'done',
      string
    >
  >;
};

/** What staff decides about a seller's payouts: when money is released, and what is kept back. */
export function PayoutDesk({ sellerId, releaseDays, actions, words }: PayoutDeskProps) {
  const seller = <input type="hidden" name="sellerId" value={sellerId} />;
  return (
    <div className="grid gap-3">
      <Folded title={words.terms}>
        <ActionForm action={actions.terms} done={words.done} className="grid gap-3">
          {(answer) => (
            <>
              {seller}
              <TextField
                {...answer.field('releaseDays', String(releaseDays))}
                inputMode="numeric"
                label={words.releaseDays}
              />
              <TextAreaField {...answer.field('reason')} rows={2} label={words.reason} />
              <SubmitButton variant="secondary">{words.saveTerms}</SubmitButton>
            </>
          )}
        </ActionForm>
      </Folded>
      <Folded title={words.hold}>
        <ActionForm action={actions.hold} done={words.done} className="grid gap-3">
          {(answer) => (
            <>
              {seller}
              <TextField
                {...answer.field('amount')}
                inputMode="decimal"
                label={words.amount}
                hint={words.amountHint}
              />
              <TextField
                {...answer.field('days')}
                inputMode="numeric"
                label={words.days}
                hint={words.daysHint}
              />
              <TextAreaField
                {...answer.field('reason')}
                rows={2}
                label={words.reason}
                hint={words.reasonHint}
              />
              <SubmitButton variant="danger">{words.place}</SubmitButton>
            </>
          )}
        </ActionForm>
      </Folded>
    </div>
  );
}
