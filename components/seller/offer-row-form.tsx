'use client';

import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';

type OfferRowFormProps = {
  offer: {
    readonly offerId: string;
    readonly version: number;
    /** In the currency's own digits: `12.50`. */
    readonly price: string;
    readonly onHand: number;
    readonly selling: boolean;
  };
  action: FormAction<void>;
  words: Readonly<Record<'price' | 'onHand' | 'selling' | 'save' | 'saved', string>>;
};

/** Price, stock and state of one offer, edited in place. */
export function OfferRowForm({ offer, action, words }: OfferRowFormProps) {
  return (
    <ActionForm action={action} done={words.saved} className="grid gap-2">
      {(answer) => (
        <>
          <input type="hidden" name="offerId" value={offer.offerId} />
          <input type="hidden" name="version" value={offer.version} />
          <div className="flex flex-wrap items-end gap-3">
            <label className="grid w-28 gap-1 text-sm text-muted">
              {words.price}
              <Input
                key={`price-${offer.version}`}
                name="price"
                inputMode="decimal"
                autoComplete="off"
                className="tabular-nums"
                defaultValue={answer.typed('price') ?? offer.price}
                aria-invalid={answer.error('price') ? true : undefined}
              />
            </label>
            <label className="grid w-24 gap-1 text-sm text-muted">
              {words.onHand}
              <Input
                key={`on-hand-${offer.version}`}
                name="onHand"
                type="number"
                min={0}
                inputMode="numeric"
                autoComplete="off"
                className="tabular-nums"
                defaultValue={answer.typed('onHand') ?? offer.onHand}
                aria-invalid={answer.error('onHand') ? true : undefined}
              />
            </label>
            <label className="flex min-h-11 items-center gap-2 text-sm">
              <input
                key={`selling-${offer.version}`}
                type="checkbox"
                name="selling"
                defaultChecked={offer.selling}
                className="size-5 accent-ink"
              />
              {words.selling}
            </label>
            <SubmitButton variant="secondary">{words.save}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
