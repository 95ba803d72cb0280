'use client';

import { SelectField, TextAreaField } from '@/components/ui/field';
import { Folded } from '@/components/ui/folded';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { ChoosePieces, type ChoosableLine } from '@/components/workspace/choose-pieces';

type Choice = { readonly value: string; readonly label: string };

type RequestReturnProps = {
  number: string;
  sellerOrderId: string;
  lines: readonly ChoosableLine[];
  reasons: readonly Choice[];
  /** Variants to exchange for; none when there are none. */
  exchanges: readonly Choice[];
  action: FormAction<unknown>;
  words: Readonly<
    Record<
      | 'title'
      | 'lead'
      | 'legend'
      | 'reason'
      | 'wish'
      | 'wishHint'
      | 'money'
      | 'note'
      | 'optional'
      | 'button'
      | 'less'
      | 'more',
      string
    >
  >;
};

/** A buyer asks to give pieces of one seller's part back. */
export function RequestReturn({
  number,
  sellerOrderId,
  lines,
  reasons,
  exchanges,
  action,
  words,
}: RequestReturnProps) {
  return (
    <Folded title={words.title} as="foot">
      <ActionForm action={action} className="grid gap-4">
        {(answer) => (
          <>
            <input type="hidden" name="number" value={number} />
            <input type="hidden" name="sellerOrderId" value={sellerOrderId} />
            <p className="text-sm">{words.lead}</p>
            <ChoosePieces lines={lines} initially="none" words={words} />
            <SelectField {...answer.field('reason')} label={words.reason}>
              {reasons.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </SelectField>
            {exchanges.length > 0 && (
              <SelectField {...answer.field('exchangeFor')} label={words.wish} hint={words.wishHint}>
                <option value="">{words.money}</option>
                {exchanges.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </SelectField>
            )}
            <TextAreaField {...answer.field('note')} rows={2} label={words.note} optional={words.optional} />
            <SubmitButton className="justify-self-start">{words.button}</SubmitButton>
          </>
        )}
      </ActionForm>
    </Folded>
  );
}
