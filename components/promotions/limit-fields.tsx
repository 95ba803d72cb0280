import { TextField } from '@/components/ui/field';
import type { FormAnswer } from '@/components/workspace/form-answer';

export type LimitWords = Readonly<
  Record<
    'ends' | 'daysHint' | 'maxRedemptions' | 'maxPerCustomer' | 'budget' | 'budgetHint' | 'optional',
    string
  >
>;

export type Limits = Readonly<
  Record<'endsAt' | 'maxRedemptions' | 'maxPerCustomer' | 'budgetMinor', string | number | undefined>
>;

type LimitFieldsProps = {
  answer: FormAnswer;
  words: LimitWords;
  /** As they are. */
  now?: Limits;
  /** Without a code there is no limit for each person, without a currency no budget. */
  hasCode: boolean;
  hasCurrency: boolean;
};

/** How long and how often a promotion counts; what is empty limits nothing. */
export function LimitFields({ answer, words, now, hasCode, hasCurrency }: LimitFieldsProps) {
  const { optional } = words;
  const count = { type: 'number', min: 1, inputMode: 'numeric', optional } as const;
  return (
    <>
      <TextField
        {...answer.field('endsAt', now?.endsAt)}
        type="date"
        label={words.ends}
        hint={words.daysHint}
        optional={optional}
      />
      <TextField
        {...answer.field('maxRedemptions', now?.maxRedemptions)}
        {...count}
        label={words.maxRedemptions}
      />
      {hasCode && (
        <TextField
          {...answer.field('maxPerCustomer', now?.maxPerCustomer)}
          {...count}
          label={words.maxPerCustomer}
        />
      )}
      {hasCurrency && (
        <TextField
          {...answer.field('budgetMinor', now?.budgetMinor)}
          label={words.budget}
          hint={words.budgetHint}
          optional={optional}
          inputMode="decimal"
          autoComplete="off"
        />
      )}
    </>
  );
}
