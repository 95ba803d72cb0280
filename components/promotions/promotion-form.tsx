'use client';

import { useState } from 'react';
import { TextField } from '@/components/ui/field';
import { Checkbox, Radio } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { FormAnswer } from '@/components/workspace/form-answer';
import type { PromotionKind } from '@/lib/promotions/model';
import { ChooseOffers, type ChooseOffersWords, type FindOffers } from './choose-offers';
import { LimitFields, type LimitWords } from './limit-fields';

export type PromotionFormWords = LimitWords & { readonly goods: ChooseOffersWords } & Readonly<
    Record<
      | 'name'
      | 'nameHint'
      | 'code'
      | 'codeHint'
      | 'percent'
      | 'amount'
      | 'buy'
      | 'get'
      | 'getPercent'
      | 'getPercentHint'
      | 'off'
      | 'offPercent'
      | 'offFixed'
      | 'minSubtotal'
      | 'starts'
      | 'limits'
      | 'combines'
      | 'combinesHint'
      | 'create'
      | 'createHint',
      string
    >
  >;

type PromotionFormProps = {
  /** Of the promotion that sending the form makes, however often it is sent. */
  promotionId: string;
  kind: PromotionKind;
  /** `2026-11-23`. */
  today: string;
  action: FormAction<unknown>;
  /** Null for who has no offers: it is for everything. */
  findOffers: FindOffers | null;
  words: PromotionFormWords;
};

/** A new promotion of one kind: what it takes off, off what, by which code, when, and how often at most. */
export function PromotionForm({ promotionId, kind, today, action, findOffers, words }: PromotionFormProps) {
  return (
    <ActionForm action={action} className="grid max-w-text gap-5">
      {(answer) => (
        <>
          <input type="hidden" name="promotionId" value={promotionId} />
          <input type="hidden" name="reduction.kind" value={kind} />
          <TextField
            {...answer.field('name')}
            label={words.name}
            hint={words.nameHint}
            maxLength={60}
            autoComplete="off"
          />
          <ReductionFields {...{ kind, answer, words }} />
          {findOffers && kind !== 'free_delivery' && (
            <ChooseOffers find={findOffers} isSet={kind === 'bundle'} words={words.goods} />
          )}
          <TextField
            {...answer.field('code')}
            label={words.code}
            hint={words.codeHint}
            optional={words.optional}
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <TextField
            {...answer.field('minSubtotalMinor')}
            label={words.minSubtotal}
            optional={words.optional}
            inputMode="decimal"
            autoComplete="off"
          />
          <TextField {...answer.field('startsAt', today)} label={words.starts} type="date" />
          <fieldset className="grid gap-4">
            <legend className="mb-1.5 text-sm font-strong">{words.limits}</legend>
            <LimitFields answer={answer} words={words} hasCode hasCurrency />
          </fieldset>
          <Checkbox name="combines" label={words.combines} hint={words.combinesHint} />
          <p className="text-sm text-muted">{words.createHint}</p>
          <SubmitButton className="justify-self-start">{words.create}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

type ReductionFieldsProps = { kind: PromotionKind; answer: FormAnswer; words: PromotionFormWords };

function ReductionFields({ kind, answer, words }: ReductionFieldsProps) {
  if (kind === 'free_delivery') return null;
  if (kind === 'bundle') return <SetFields {...{ answer, words }} />;
  if (kind !== 'buy_get') return <PlainField of="reduction" {...{ kind, answer, words }} />;
  const pieces = { type: 'number', min: 1, max: 99, inputMode: 'numeric' } as const;
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField {...answer.field('reduction.buyQuantity', 2)} {...pieces} label={words.buy} />
        <TextField {...answer.field('reduction.getQuantity', 1)} {...pieces} label={words.get} />
      </div>
      <TextField
        {...answer.field('reduction.basisPoints', 100)}
        label={words.getPercent}
        hint={words.getPercentHint}
        inputMode="decimal"
      />
    </>
  );
}

function SetFields({ answer, words }: Omit<ReductionFieldsProps, 'kind'>) {
  const name = 'reduction.off.kind';
  const [kind, setKind] = useState(
    answer.typed(name) === 'fixed' ? ('fixed' as const) : ('percent' as const),
  );
  return (
    <fieldset className="grid gap-2">
      <legend className="text-sm font-strong">{words.off}</legend>
      <div className="flex flex-wrap gap-x-6">
        <Radio
          name={name}
          value="percent"
          label={words.offPercent}
          checked={kind === 'percent'}
          onChange={() => setKind('percent')}
        />
        <Radio
          name={name}
          value="fixed"
          label={words.offFixed}
          checked={kind === 'fixed'}
          onChange={() => setKind('fixed')}
        />
      </div>
      <PlainField key={kind} of="reduction.off" {...{ kind, answer, words }} />
    </fieldset>
  );
}

type PlainFieldProps = {
  /** Where it stands in what is sent. */
  of: 'reduction' | 'reduction.off';
  kind: 'percent' | 'fixed';
  answer: FormAnswer;
  words: PromotionFormWords;
};

function PlainField({ of, kind, answer, words }: PlainFieldProps) {
  const name = kind === 'percent' ? 'basisPoints' : 'amountMinor';
  return (
    <TextField
      {...answer.field(`${of}.${name}`)}
      label={kind === 'percent' ? words.percent : words.amount}
      inputMode="decimal"
      autoComplete="off"
    />
  );
}
