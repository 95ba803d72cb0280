'use client';

import { useActionState, type ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { toast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/kernel/action-result';
import type { CartFormAction } from './cart-actions';

type LineButtonProps = {
  action: CartFormAction;
  /** What is sent along. */
  values: Readonly<Record<string, string>>;
  /** Its whole name, where the words on it leave out of what. */
  label: string;
  children: ReactNode;
};

/** One quiet thing to do with a line, as a form of its own. */
export function LineButton({ action, values, label, children }: LineButtonProps) {
  const [, submit] = useActionState<ActionResult<void> | null, FormData>(async (previous, form) => {
    const result = await action(previous, form);
    if (!result.ok) toast({ text: result.message });
    return result;
  }, null);
  return (
    <form action={submit}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <QuietButton label={label}>{children}</QuietButton>
    </form>
  );
}

function QuietButton({ label, children }: { label: string; children: ReactNode }) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      aria-label={label}
      aria-busy={pending}
      disabled={pending}
      className="touch inline-flex min-h-9 items-center gap-1.5 text-sm text-muted transition hover:text-ink hover:underline disabled:opacity-50"
    >
      {children}
    </button>
  );
}
