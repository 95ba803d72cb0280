'use client';

import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { ChoosePieces, type ChoosableLine } from '@/components/workspace/choose-pieces';
import type { ReturnStatus } from '@/lib/returns/model';
import { ReturnSubject } from './return-subject';

type SellerReturnProps = {
  item: {
    readonly returnId: string;
    readonly version: number;
    readonly status: ReturnStatus;
    readonly byRight: boolean;
    /** Whether what comes back is to be replaced. */
    readonly exchanges: boolean;
  };
  lines: readonly ChoosableLine[];
  actions: { readonly answer: FormAction<void>; readonly inspect: FormAction<void> };
  words: Readonly<
    Record<
      | 'right'
      | 'accept'
      | 'acceptExchange'
      | 'acceptRefund'
      | 'exchange'
      | 'decline'
      | 'answer'
      | 'answerHint'
      | 'receive'
      | 'inspect'
      | 'inspectHint'
      | 'restock'
      | 'refund'
      | 'reject'
      | 'less'
      | 'more',
      string
    >
  >;
};

/** What a seller has to do with a return now: answer it, say that it is back, look at it. */
export function SellerReturn({ item, lines, actions, words }: SellerReturnProps) {
  const { status, byRight, exchanges } = item;
  if (status === 'received') return <Inspect {...{ item, lines, actions, words }} />;
  if (status === 'accepted' || status === 'sent') {
    return (
      <ActionForm action={actions.answer} className="grid gap-3">
        <ReturnSubject item={item} />
        <input type="hidden" name="event" value="receive" />
        <SubmitButton wide size="large">
          {words.receive}
        </SubmitButton>
      </ActionForm>
    );
  }
  if (status !== 'requested') return null;
  return (
    <ActionForm action={actions.answer} className="grid gap-3">
      {(answer) => (
        <>
          <ReturnSubject item={item} />
          {byRight && <p className="text-sm text-muted">{words.right}</p>}
          <TextAreaField {...answer.field('words')} rows={3} label={words.answer} hint={words.answerHint} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" name="event" value="accept">
              {exchanges ? words.acceptExchange : words.accept}
            </Button>
            {exchanges && (
              <Button type="submit" name="event" value="accept_refund" variant="secondary">
                {words.acceptRefund}
              </Button>
            )}
            {!byRight && (
              <Button type="submit" name="event" value="decline" variant="danger">
                {words.decline}
              </Button>
            )}
          </div>
        </>
      )}
    </ActionForm>
  );
}

function Inspect({ item, lines, actions, words }: SellerReturnProps) {
  return (
    <ActionForm action={actions.inspect} className="grid gap-4">
      {(answer) => (
        <>
          <ReturnSubject item={item} />
          <ChoosePieces lines={lines} initially="all" words={{ ...words, legend: words.restock }} />
          <TextAreaField {...answer.field('words')} rows={3} label={words.inspect} hint={words.inspectHint} />
          <div className="flex flex-wrap gap-2">
            {item.exchanges && (
              <Button type="submit" name="verdict" value="exchange">
                {words.exchange}
              </Button>
            )}
            <Button
              type="submit"
              name="verdict"
              value="refund"
              variant={item.exchanges ? 'secondary' : 'primary'}
            >
              {words.refund}
            </Button>
            <Button type="submit" name="verdict" value="reject" variant="danger">
              {words.reject}
            </Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}
