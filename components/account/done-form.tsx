'use client';

import { FormStatus } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

/** A button that is replaced by the news that it worked. */
export function DoneForm({
  action,
  label,
  done,
}: {
  action: FormAction<unknown>;
  label: string;
  done: string;
}) {
  return (
    <ActionForm action={action} instead={() => <FormStatus kind="success">{done}</FormStatus>}>
      <SubmitButton variant="secondary">{label}</SubmitButton>
    </ActionForm>
  );
}
