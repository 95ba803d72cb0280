import { Button } from '@/components/ui/button';
import { FormStatus } from '@/components/ui/state';
import type { PackedBox } from './device';
import type { Packing } from './use-packing';

export type BoxWords = Readonly<Record<'offline' | 'signedOut' | 'waiting' | 'refused' | 'forget', string>>;

type BoxesToTellProps = {
  boxes: readonly PackedBox[];
  link: Packing['link'];
  forget: (box: PackedBox) => void;
  words: BoxWords;
};

/** Whether the shop can be told, what it does not know of yet, and what it did not take over. */
export function BoxesToTell({ boxes, link, forget, words }: BoxesToTellProps) {
  const waiting = boxes.filter(({ refusal }) => refusal === null);
  const isCut = link === 'none' || link === 'signed_out';
  const state = [
    link === 'signed_out' && words.signedOut,
    link === 'none' && words.offline,
    isCut &&
      waiting.length > 0 &&
      words.waiting.replace('{numbers}', waiting.map(({ orderNumber }) => orderNumber).join(', ')),
  ].filter(Boolean);
  return (
    <>
      <FormStatus kind={link === 'signed_out' ? 'warning' : 'info'}>{state.join(' ')}</FormStatus>
      {boxes.map(
        (box) =>
          box.refusal !== null && (
            <FormStatus key={box.idempotencyKey} kind="error">
              <p>{words.refused.replace('{number}', box.orderNumber)}</p>
              <p>{box.refusal}</p>
              <Button size="small" className="mt-2" onClick={() => forget(box)}>
                {words.forget}
              </Button>
            </FormStatus>
          ),
      )}
    </>
  );
}
