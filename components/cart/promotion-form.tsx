'use client';

import { useActionState } from 'react';
import { TextField } from '@/components/ui/field';
import { FormStatus } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/kernel/action-result';
import type { CartFormAction } from './cart-actions';
import { LineButton } from './line-button';
import type { PromotionNotice } from './promotion-notice';

type PromotionFormProps = {
  /** The code on the basket, whether it counts or not. */
  code: string | null;
  notice: PromotionNotice | null;
  apply: CartFormAction;
  remove: CartFormAction;
  words: { add: string; label: string; apply: string; remove: string };
};

/** A code is typed, remembered, and taken off again; what it does is said beside it. */
export function PromotionForm({ code, notice, apply, remove, words }: PromotionFormProps) {
  const [result, submit] = useActionState<ActionResult<void> | null, FormData>(apply, null);
  const failure = result?.ok === false ? result : null;
  if (code !== null) {
    return (
      <div>
        <FormStatus kind={notice?.kind ?? 'info'}>{notice?.text ?? code}</FormStatus>
        <LineButton action={remove} values={{}} label={`${words.remove}: ${code}`}>
          {words.remove}
        </LineButton>
      </div>
    );
  }
  return (
    <details open={failure ? true : undefined} className="group">
      <summary className="touch inline-block cursor-pointer text-sm font-strong underline underline-offset-4">
        {words.add}
      </summary>
      <form action={submit} className="mt-3 grid grid-cols-[1fr_auto] items-end gap-2">
        <TextField
          name="code"
          label={words.label}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={40}
          defaultValue={failure?.values?.code}
          error={failure ? (failure.fields?.code ?? failure.message) : null}
        />
        <SubmitButton variant="secondary" className="self-start mt-[1.625rem]">
          {words.apply}
        </SubmitButton>
      </form>
    </details>
  );
}
