import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type ProveNowProps = {
  action: FormAction<unknown>;
  words: Readonly<Record<'action' | 'done', string>>;
};

/** Proves money and stock at once instead of with the next round. */
export function ProveNow({ action, words }: ProveNowProps) {
  return (
    <ActionForm action={action} done={words.done} className="grid justify-items-end gap-2">
      <SubmitButton variant="secondary">{words.action}</SubmitButton>
    </ActionForm>
  );
}
