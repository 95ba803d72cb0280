'use client';

import { useId, useState } from 'react';
import { Photo } from '@/components/media/photo';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { FileButton } from '@/components/ui/file-button';
import { Progress } from '@/components/ui/progress';
import type { ActionResult } from '@/lib/kernel/action-result';
import type { Picture } from '@/lib/media/model';
import { madePicture, sendPicture, type UploadActions } from './send-picture';

export type ShopPictureActions = UploadActions & {
  readonly crop: (input: {
    assetId: string;
    square: number | null;
  }) => Promise<ActionResult<{ assetId: string }>>;
};

type ShopPictureProps = {
  name: string;
  initial: { readonly assetId: string; readonly picture: Picture | null } | null;
  /** A logo is cut to a square from the middle. */
  shape: 'round' | 'wide';
  actions: ShopPictureActions;
  words: Readonly<
    Record<'label' | 'hint' | 'choose' | 'remove' | 'making' | 'interrupted' | 'unusable', string>
  >;
};

type State =
  | { readonly kind: 'idle'; readonly fault: string }
  | { readonly kind: 'sending'; readonly percent: number }
  | { readonly kind: 'making' };

const LOOKS = { round: 'size-24 rounded-full', wide: 'h-36 w-full rounded-lg' } as const;

/** One picture of a shop: sent when it is chosen, part of the form once it is made. */
export function ShopPicture({ name, initial, shape, actions, words }: ShopPictureProps) {
  const [shown, setShown] = useState(initial);
  const [state, setState] = useState<State>({ kind: 'idle', fault: '' });
  const id = useId();

  async function send(file: File): Promise<void> {
    setState({ kind: 'sending', percent: 0 });
    const sent = await sendPicture(file, actions, (percent) => setState({ kind: 'sending', percent }));
    if (!sent.ok) return setState({ kind: 'idle', fault: sent.message ?? words.interrupted });
    setState({ kind: 'making' });
    const cropped = shape === 'round' ? await actions.crop({ assetId: sent.assetId, square: 50 }) : null;
    const made = await madePicture(cropped?.ok ? cropped.value.assetId : sent.assetId, actions.look);
    setState({ kind: 'idle', fault: made?.picture ? '' : words.unusable });
    if (made?.picture) setShown({ assetId: made.assetId, picture: made.picture });
  }

  return (
    <div className="grid gap-2">
      <p className="text-sm font-strong">{words.label}</p>
      <input type="hidden" name={name} value={shown?.assetId ?? ''} />
      <Photo picture={shown?.picture ?? null} sizes="40rem" decorative className={LOOKS[shape]} />
      <div className="flex flex-wrap gap-3">
        <FileButton
          accept="image/jpeg,image/png,image/webp,image/avif"
          onFiles={([file]) => file && void send(file)}
        >
          {words.choose}
          <span className="sr-only">: {words.label}</span>
        </FileButton>
        {shown && (
          <Button variant="quiet" onClick={() => setShown(null)}>
            {words.remove}
          </Button>
        )}
      </div>
      {state.kind === 'sending' && <Progress label={words.label} value={state.percent} max={100} />}
      {state.kind === 'making' && (
        <p role="status" className="text-sm text-muted">
          {words.making}
        </p>
      )}
      <p className="text-sm text-muted">{words.hint}</p>
      <FieldError id={`${id}-error`} error={state.kind === 'idle' ? state.fault : null} />
    </div>
  );
}
