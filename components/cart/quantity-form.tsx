'use client';

import { useActionState, useEffect, useRef } from 'react';
import { QuantityStepper } from '@/components/ui/quantity-stepper';
import { FieldError } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/kernel/action-result';
import type { CartFormAction } from './cart-actions';

/** Several presses in a row are one change. */
const SETTLE_MS = 350;

type QuantityFormProps = {
  lineId: string;
  quantity: number;
  max: number;
  action: CartFormAction;
  words: { quantity: string; less: string; more: string; update: string };
};

/** How many of a line: saved by itself shortly after it is changed; by a button where there is no JavaScript. */
export function QuantityForm({ lineId, quantity, max, action, words }: QuantityFormProps) {
  const [result, submit, pending] = useActionState<ActionResult<void> | null, FormData>(action, null);
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const saveSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => form.current?.requestSubmit(), SETTLE_MS);
  };
  return (
    <form ref={form} action={submit} aria-busy={pending} className="grid gap-1.5">
      <input type="hidden" name="lineId" value={lineId} />
      <div className="flex items-center gap-2">
        <QuantityStepper
          // A refused change goes back to what is in the basket.
          key={result?.ok === false ? `${quantity} refused` : quantity}
          name="quantity"
          initial={quantity}
          max={max}
          labels={words}
          onChange={saveSoon}
        />
        <noscript>
          <SubmitButton variant="secondary">{words.update}</SubmitButton>
        </noscript>
      </div>
      <FieldError id={`${lineId}-error`} error={result?.ok === false ? result.message : null} />
    </form>
  );
}
