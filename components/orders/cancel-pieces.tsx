'use client';

import { Folded } from '@/components/ui/folded';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { ChoosePieces, type ChoosableLine } from '@/components/workspace/choose-pieces';

type CancelPiecesProps = {
  number: string;
  sellerOrderId: string;
  version: number;
  lines: readonly ChoosableLine[];
  action: FormAction<void>;
  words: Readonly<Record<'title' | 'lead' | 'legend' | 'less' | 'more' | 'button', string>>;
};

/** A buyer calls off some pieces of one seller's part. */
export function CancelPieces({ number, sellerOrderId, version, lines, action, words }: CancelPiecesProps) {
  return (
    <Folded title={words.title} as="foot">
      <ActionForm action={action} className="grid gap-4">
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="sellerOrderId" value={sellerOrderId} />
        <input type="hidden" name="version" value={version} />
        <p className="text-sm">{words.lead}</p>
        <ChoosePieces lines={lines} initially="none" words={words} />
        <SubmitButton variant="danger" className="justify-self-start">
          {words.button}
        </SubmitButton>
      </ActionForm>
    </Folded>
  );
}
