'use client';

import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { ChoosePieces, type ChoosableLine } from '@/components/workspace/choose-pieces';

type SendParcelProps = {
  sellerOrderId: string;
  /** With something left to send. */
  lines: readonly ChoosableLine[];
  carriers: readonly string[];
  action: FormAction<{ readonly followed: boolean }>;
  words: Readonly<
    Record<
      | 'title'
      | 'lead'
      | 'contents'
      | 'carrier'
      | 'carrierHint'
      | 'trackingNumber'
      | 'trackingHint'
      | 'optional'
      | 'send'
      | 'less'
      | 'more',
      string
    >
  >;
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
          <TextField
            {...answer.field('trackingNumber')}
            label={words.trackingNumber}
            optional={words.optional}
            hint={words.trackingHint}
            autoComplete="off"
            autoCapitalize="characters"
          />
          <TextField
            {...answer.field('carrier')}
            label={words.carrier}
            optional={words.optional}
            hint={words.carrierHint}
            list="carriers"
          />
          <datalist id="carriers">
            {carriers.map((carrier) => (
              <option key={carrier}>{carrier}</option>
            ))}
          </datalist>
          <SubmitButton wide size="large">
            {words.send}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
