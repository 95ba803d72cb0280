'use client';

import { Folded } from '@/components/ui/folded';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextAreaField } from '@/components/ui/field';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { ChoosePieces, type ChoosableLine } from '@/components/workspace/choose-pieces';
import type { SellerOrderView } from '@/lib/orders/model';

type OrderActionsProps = {
  part: Pick<SellerOrderView, 'sellerOrderId' | 'status' | 'version'>;
  /** With something left to send. */
  lines: readonly ChoosableLine[];
  actions: Readonly<Record<'accept' | 'cancel', FormAction<void>>>;
  words: Readonly<
    Record<'accept' | 'cancel' | 'cancelLead' | 'cancelReason' | 'legend' | 'less' | 'more', string>
  >;
};

/** What a seller decides about an order: to take it, or to call off what has not left yet. */
export function OrderActions({ part, lines, actions, words }: OrderActionsProps) {
  const { sellerOrderId, status, version } = part;
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
      {lines.length > 0 && status !== 'cancelled' && (
        <Folded title={words.cancel} isDanger>
          <ActionForm action={actions.cancel} className="grid gap-3">
            {(answer) => (
              <>
                {id}
                <input type="hidden" name="version" value={version} />
                <p className="text-sm text-muted">{words.cancelLead}</p>
                <ChoosePieces lines={lines} initially="all" words={words} />
                <TextAreaField {...answer.field('reason')} rows={2} label={words.cancelReason} />
                <SubmitButton variant="danger">{words.cancel}</SubmitButton>
              </>
            )}
          </ActionForm>
        </Folded>
      )}
    </div>
  );
}
