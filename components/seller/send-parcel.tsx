'use client';

import { TextField } from '@/components/ui/field';
import { QuantityStepper } from '@/components/ui/quantity-stepper';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

/** A line with something left to send. */
export type OpenLine = {
  readonly lineId: string;
  readonly title: string;
  readonly toShip: number;
  /** Names the stepper of this line: `Pieces of …`. */
  readonly quantityLabel: string;
};

type SendParcelProps = {
  sellerOrderId: string;
  lines: readonly OpenLine[];
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
          <fieldset className="grid gap-3">
            <legend className="mb-1.5 text-sm font-strong">{words.contents}</legend>
            {lines.map((line) => (
              <div key={line.lineId} className="flex items-center justify-between gap-3">
                <p className="line-clamp-2 min-w-0 text-sm">{line.title}</p>
                <QuantityStepper
                  key={line.toShip}
                  name={`lines.${line.lineId}`}
                  min={0}
                  max={line.toShip}
                  initial={line.toShip}
                  labels={{ quantity: line.quantityLabel, less: words.less, more: words.more }}
                />
              </div>
            ))}
          </fieldset>
          <TextField
            name="trackingNumber"
            label={words.trackingNumber}
            optional={words.optional}
            hint={words.trackingHint}
            autoComplete="off"
            autoCapitalize="characters"
            defaultValue={answer.typed('trackingNumber')}
            error={answer.error('trackingNumber')}
          />
          <TextField
            name="carrier"
            label={words.carrier}
            optional={words.optional}
            hint={words.carrierHint}
            list="carriers"
            defaultValue={answer.typed('carrier')}
            error={answer.error('carrier')}
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
