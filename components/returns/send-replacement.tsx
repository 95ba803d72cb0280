'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { TrackingFields, type TrackingWords } from '@/components/workspace/tracking-fields';
import { ReturnSubject } from './return-subject';

type SendReplacementProps = {
  item: { readonly returnId: string; readonly version: number };
  carriers: readonly string[];
  actions: {
    readonly send: FormAction<{ readonly followed: boolean }>;
    readonly refund: FormAction<void>;
  };
  words: TrackingWords & Readonly<Record<'title' | 'lead' | 'send' | 'cannot' | 'refund', string>>;
};

/** What came back is to be replaced: the seller says with whom it goes, or that it cannot be sent. */
export function SendReplacement({ item, carriers, actions, words }: SendReplacementProps) {
  return (
    <div className="grid gap-6">
      <ActionForm action={actions.send} className="grid gap-4">
        {(answer) => (
          <>
            <ReturnSubject item={item} />
            <div>
              <h2 className="text-lg">{words.title}</h2>
              <p className="mt-1 text-sm text-muted">{words.lead}</p>
            </div>
            <TrackingFields answer={answer} carriers={carriers} words={words} />
            <SubmitButton wide size="large">
              {words.send}
            </SubmitButton>
          </>
        )}
      </ActionForm>
      <ActionForm action={actions.refund} className="grid gap-3">
        <ReturnSubject item={item} />
        <p className="text-sm text-muted">{words.cannot}</p>
        <SubmitButton variant="secondary" wide>
          {words.refund}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
