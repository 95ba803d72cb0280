import { Card } from '@/components/ui/card';
import { FormStatus } from '@/components/ui/state';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { AccountView } from '@/lib/payouts/model';

type PayoutAccountProps = {
  state: AccountView['state'];
  setUp: FormAction<unknown>;
  words: Readonly<Record<'title' | 'lead' | 'action' | 'ready', string>>;
};

/** Whether a seller's money can reach them, and the way to the provider's pages while it cannot. */
export function PayoutAccount({ state, setUp, words }: PayoutAccountProps) {
  if (state === 'ready') return <FormStatus kind="success">{words.ready}</FormStatus>;
  return (
    <Card className="grid gap-3 p-4 md:grid-cols-[1fr_auto] md:items-center">
      <div>
        <h2 className="text-lg">{words.title}</h2>
        <p className="mt-1 max-w-text text-muted">{words.lead}</p>
      </div>
      <ActionForm action={setUp}>
        <SubmitButton>{words.action}</SubmitButton>
      </ActionForm>
    </Card>
  );
}
