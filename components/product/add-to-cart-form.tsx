'use client';

import { useActionState, useEffect, type ReactNode } from 'react';
import { changeMe } from '@/components/shop/me';
import { FormStatus } from '@/components/ui/state';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/kernel/action-result';

/** Puts `quantity` of the offer `offerId` into the basket; `goTo` names where to go afterwards. */
export type AddToCart = (
  previous: unknown,
  form: FormData,
) => Promise<ActionResult<{ readonly cartCount: number }>>;

export type AddToCartWords = { added: string; view: string };

type AddToCartFormProps = {
  id?: string;
  offerId: string;
  action: AddToCart;
  words: AddToCartWords;
  className?: string;
  /** Fields and buttons; they are told whether an answer is awaited. */
  children: (pending: boolean) => ReactNode;
};

/** Adds an offer and says so in place. Without JavaScript the basket itself is the answer. */
export function AddToCartForm({ id, offerId, action, words, className, children }: AddToCartFormProps) {
  const [result, submit, pending] = useActionState(action, null);

  useEffect(() => {
    if (!result?.ok) return;
    changeMe({ cartCount: result.value.cartCount });
    toast({ text: words.added, link: { label: words.view, href: '/cart' } });
  }, [result, words]);

  return (
    <form id={id} action={submit} className={className}>
      <input type="hidden" name="offerId" value={offerId} />
      <noscript>
        <input type="hidden" name="goTo" value="cart" />
      </noscript>
      {children(pending)}
      <FormStatus kind="error">{result && !result.ok && result.message}</FormStatus>
    </form>
  );
}
