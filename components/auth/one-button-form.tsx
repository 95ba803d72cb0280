'use client';

import type { ComponentProps } from 'react';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { useRefreshedMe } from './use-refreshed-me';

type OneButtonFormProps = Pick<
  ComponentProps<typeof SubmitButton>,
  'variant' | 'size' | 'wide' | 'children' | 'aria-label'
> & {
  action: FormAction<unknown>;
  /** Sent along, unseen. */
  values?: Readonly<Record<string, string>>;
};

/** A form that is only its button, and may change who is there: sign out, confirm an address. */
export function OneButtonForm({ action, values = {}, ...button }: OneButtonFormProps) {
  useRefreshedMe();
  return (
    <ActionForm action={action} className="grid justify-items-start gap-3">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton {...button} />
    </ActionForm>
  );
}
