'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { ChoosePieces, type ChoosableLine } from '@/components/workspace/choose-pieces';
import { TrackingFields, type TrackingWords } from '@/components/workspace/tracking-fields';

type SendParcelProps = {
  sellerOrderId: string;
  /** With something left to send. */
  lines: readonly ChoosableLine[];
  carriers: readonly string[];
  action: FormAction<{ readonly followed: boolean }>;
  words: TrackingWords & Readonly<Record<'title' | 'lead' | 'contents' | 'send' | 'less' | 'more', string>>;
};

/** What goes into the next parcel, and with whom it goes: everything that is left unless somebody takes less. */
export function SendParcel({ sellerOrderId, lines, carriers, action, words }: SendParcelProps) {
  return (
    <ActionForm action={action} className="grid gap-4">
      {(answer) => (
        <>
          <input type="hidden" name="sellerOrderId" value={sellerOrderId} />
          <div>
            <h2 className="text-lg">{words.title}</h2>
            <p className="mt-1 text-sm text-muted">{words.lead}</p>
          </div>
          <ChoosePieces lines={lines} initially="all" words={{ ...words, legend: words.contents }} />
          <TrackingFields answer={answer} carriers={carriers} words={words} />
          <SubmitButton wide size="large">
            {words.send}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
