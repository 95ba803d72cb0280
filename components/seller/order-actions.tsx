'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { TextAreaField, TextField } from '@/components/ui/field';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { SellerOrderStatus } from '@/lib/orders/model';

type OrderActionsProps = {
  sellerOrderId: string;
  status: SellerOrderStatus;
  actions: Readonly<Record<'accept' | 'ship' | 'deliver' | 'cancel', FormAction<void>>>;
  words: Readonly<
    Record<
      | 'accept'
      | 'ship'
      | 'shipTitle'
      | 'shipLead'
      | 'carrier'
      | 'trackingNumber'
      | 'optional'
      | 'deliver'
      | 'cancel'
      | 'cancelLead'
      | 'cancelReason',
      string
    >
  >;
};

/** What a seller can do with an order in its present state, the next step first. */
export function OrderActions({ sellerOrderId, status, actions, words }: OrderActionsProps) {
  const id = <input type="hidden" name="sellerOrderId" value={sellerOrderId} />;
  return (
    <div className="grid gap-4">
      {status === 'to_accept' && (
        <ActionForm action={actions.accept} className="grid gap-3">
          {id}
          <SubmitButton wide size="large">
            {words.accept}
          </SubmitButton>
        </ActionForm>
      )}
      {status === 'to_ship' && (
        <ActionForm action={actions.ship} className="grid gap-4">
          {(answer) => (
            <>
              {id}
              <div>
                <h2 className="text-lg">{words.shipTitle}</h2>
                <p className="mt-1 text-sm text-muted">{words.shipLead}</p>
              </div>
              <TextField
                name="carrier"
                label={words.carrier}
                optional={words.optional}
                defaultValue={answer.typed('carrier')}
                error={answer.error('carrier')}
              />
              <TextField
                name="trackingNumber"
                label={words.trackingNumber}
                optional={words.optional}
                autoComplete="off"
                autoCapitalize="characters"
                defaultValue={answer.typed('trackingNumber')}
                error={answer.error('trackingNumber')}
              />
              <SubmitButton wide size="large">
                {words.ship}
              </SubmitButton>
            </>
          )}
        </ActionForm>
      )}
      {status === 'shipped' && (
        <ActionForm action={actions.deliver} className="grid gap-3">
          {id}
          <SubmitButton wide variant="secondary">
            {words.deliver}
          </SubmitButton>
        </ActionForm>
      )}
      {(status === 'to_accept' || status === 'to_ship') && (
        <details className="rounded-lg border border-line">
          <summary className="touch cursor-pointer px-4 py-3 text-danger">{words.cancel}</summary>
          <ActionForm action={actions.cancel} className="grid gap-3 px-4 pb-4">
            {(answer) => (
              <>
                {id}
                <p className="text-sm text-muted">{words.cancelLead}</p>
                <TextAreaField
                  name="reason"
                  rows={2}
                  label={words.cancelReason}
                  defaultValue={answer.typed('reason')}
                  error={answer.error('reason')}
                />
                <SubmitButton variant="danger">{words.cancel}</SubmitButton>
              </>
            )}
          </ActionForm>
        </details>
      )}
    </div>
  );
}
