'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { TextAreaField } from '@/components/ui/field';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { SellerOrderStatus } from '@/lib/orders/model';

type OrderActionsProps = {
  sellerOrderId: string;
  status: SellerOrderStatus;
  actions: Readonly<Record<'accept' | 'cancel', FormAction<void>>>;
  words: Readonly<Record<'accept' | 'cancel' | 'cancelLead' | 'cancelReason', string>>;
};

/** What a seller decides about an order as a whole: to take it, or to call it off before anything has left. */
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
