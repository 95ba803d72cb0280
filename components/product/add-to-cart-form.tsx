'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useState, useTransition, type FormEvent, type ReactNode } from 'react';
import { changeMe } from '@/components/shop/me';
import { postJson } from '@/components/shop/post-json';
import { FormStatus } from '@/components/ui/state';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/kernel/action-result';

/** Puts `quantity` of the offer `offerId` into the basket and goes there. */
export type AddToCart = (previous: unknown, form: FormData) => Promise<ActionResult<unknown>>;

export type AddToCartWords = { added: string; view: string; failed: string };

/** The name of a button that goes on to the basket. */
export const BUY_NOW = 'buyNow';

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
  const [answer, submitWithoutScript] = useActionState(action, null);
  const router = useRouter();
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);

  const add = async (form: FormData, thenBuy: boolean) => {
    try {
      const added = await postJson<{ readonly cartCount: number }>('/api/cart', Object.fromEntries(form));
      if (!added.ok) return setProblem(added.message);
      setProblem(null);
      changeMe({ cartCount: added.value.cartCount });
      if (thenBuy) router.push('/cart');
      else toast({ text: words.added, link: { label: words.view, href: '/cart' } });
    } catch {
      setProblem(words.failed);
    }
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget);
    start(() => add(form, submitter?.getAttribute('name') === BUY_NOW));
  };

  return (
    <form id={id} action={submitWithoutScript} onSubmit={onSubmit} className={className}>
      <input type="hidden" name="offerId" value={offerId} />
      {children(pending)}
      <FormStatus kind="error">{problem ?? (answer && !answer.ok && answer.message)}</FormStatus>
    </form>
  );
}
