'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { Currency } from '@/lib/kernel/money';

type RequestPayoutProps = {
  currency: Currency;
  action: FormAction<unknown>;
  words: Readonly<Record<'action' | 'done', string>>;
};

/** Everything that is available, now instead of with the next regular run. */
export function RequestPayout({ currency, action, words }: RequestPayoutProps) {
  return (
    <ActionForm action={action} done={words.done} className="mt-2 grid gap-2">
      <input type="hidden" name="currency" value={currency} />
      <SubmitButton size="small">{words.action}</SubmitButton>
    </ActionForm>
  );
}
