'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type SubmitCompleteProps = {
  /** Answers what became of them, in words. */
  action: FormAction<{ readonly said: string }>;
  /** Nothing is left; what was said of the last ones stays. */
  isEmpty: boolean;
  label: string;
};

/** Hands in all drafts that are complete. */
export function SubmitComplete({ action, isEmpty, label }: SubmitCompleteProps) {
  return (
    <ActionForm action={action} done={({ said }) => said} className="my-4 grid justify-items-start gap-3">
      {!isEmpty && <SubmitButton>{label}</SubmitButton>}
    </ActionForm>
  );
}
