'use client';

import { useActionState, type ReactNode } from 'react';
import { FormStatus } from '@/components/ui/state';
import type { ActionResult } from '@/lib/kernel/action-result';

export type OrderFormAction = (previous: unknown, form: FormData) => Promise<ActionResult<unknown>>;

/** A form about one order: what came of it is said under it. */
export function OrderForm({
  number,
  action,
  children,
}: {
  number: string;
  action: OrderFormAction;
  children: ReactNode;
}) {
  const [result, submit] = useActionState<ActionResult<unknown> | null, FormData>(action, null);
  return (
    <form action={submit} className="grid gap-3">
      <input type="hidden" name="number" value={number} />
      {children}
      <FormStatus kind="error">{result?.ok === false ? result.message : null}</FormStatus>
    </form>
  );
}
