'use client';

import { Button } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/field';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { ReturnStatus } from '@/lib/returns/model';

export type BuyerMove = 'cancel' | 'send' | 'escalate';

const MOVES: Readonly<Partial<Record<ReturnStatus, readonly BuyerMove[]>>> = {
  requested: ['cancel'],
  accepted: ['send', 'cancel'],
  declined: ['escalate'],
  sent: ['escalate'],
  rejected: ['escalate'],
  exchanged: ['escalate'],
};

type BuyerReturnProps = {
  number: string;
  item: { readonly returnId: string; readonly version: number; readonly status: ReturnStatus };
  action: FormAction<void>;
  words: Readonly<Record<BuyerMove | 'words', string>>;
};

/** What a buyer can do with a return now. */
export function BuyerReturn({ number, item, action, words }: BuyerReturnProps) {
  const moves = MOVES[item.status] ?? [];
  if (moves.length === 0) return null;
  return (
    <ActionForm action={action} className="grid gap-3">
      {(answer) => (
        <>
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="returnId" value={item.returnId} />
          <input type="hidden" name="version" value={item.version} />
          {moves.includes('escalate') && (
            <TextAreaField {...answer.field('words')} rows={2} label={words.words} />
          )}
          <div className="flex flex-wrap gap-2">
            {moves.map((move) => (
              <Button
                key={move}
                type="submit"
                name="event"
                value={move}
                variant={move === 'send' ? 'primary' : 'secondary'}
              >
                {words[move]}
              </Button>
            ))}
          </div>
        </>
      )}
    </ActionForm>
  );
}
