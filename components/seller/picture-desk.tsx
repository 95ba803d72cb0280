'use client';

import { useState, type DragEvent } from 'react';
import { FileButton } from '@/components/ui/file-button';
import { Plus } from '@/components/ui/icons';
import { FormStatus } from '@/components/ui/state';
import type { PictureItem } from './picture-list';
import { PictureTile, type TileWords } from './picture-tile';
import { usePictureDesk, type FaultWords, type PictureActions } from './use-picture-desk';

type PictureDeskProps = {
  productId: string;
  version: number;
  initial: readonly PictureItem[];
  actions: PictureActions;
  faults: FaultWords;
  words: TileWords & Readonly<Record<'add' | 'addHint' | 'drop' | 'saved' | 'saving', string>>;
};

/** What people take pictures and films in; a phone turns its own formats into one of these when it is asked for them. */
const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif,video/mp4,video/quicktime';

/** The pictures of a product: sent several at once, arranged by dragging or by keys, saved as they change. */
export function PictureDesk({ productId, version, initial, actions, faults, words }: PictureDeskProps) {
  const desk = usePictureDesk({ productId, version, initial, actions, faults });
  const [dragged, setDragged] = useState<string | null>(null);
  const { items, change } = desk;

  function dropOn(event: DragEvent, to: number) {
    event.preventDefault();
    event.stopPropagation();
    if (dragged !== null) change({ kind: 'move', key: dragged, to });
    else desk.addFiles([...event.dataTransfer.files]);
    setDragged(null);
  }

  return (
    <div
      className="grid gap-5"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => dropOn(event, items.length)}
    >
      <div className="grid justify-items-start gap-2 rounded-lg border border-dashed border-edge p-5">
        <FileButton variant="primary" accept={ACCEPTED} multiple onFiles={desk.addFiles}>
          <Plus aria-hidden className="size-5" />
          {words.add}
        </FileButton>
        <p className="text-sm text-muted">
          {words.addHint} <span className="hidden md:inline">{words.drop}</span>
        </p>
      </div>
      <ol className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {items.map((item, index) => (
          <li
            key={item.key}
            draggable
            onDragStart={() => setDragged(item.key)}
            onDragEnd={() => setDragged(null)}
            onDrop={(event) => dropOn(event, index)}
            className={dragged === item.key ? 'opacity-50' : undefined}
          >
            <PictureTile
              item={item}
              place={{ isFirst: index === 0, isLast: index === items.length - 1 }}
              words={words}
              onMove={(by) => change({ kind: 'move', key: item.key, to: index + by })}
              onRemove={() => change({ kind: 'remove', key: item.key })}
              onAlt={(alt) => change({ kind: 'set', key: item.key, item: { alt } })}
              onCrop={(square) => void desk.crop(item, square)}
            />
          </li>
        ))}
      </ol>
      {desk.refusal && <FormStatus kind="error">{desk.refusal}</FormStatus>}
      <p role="status" className="min-h-5 text-sm text-muted">
        {items.length > 0 && !desk.refusal && (desk.isSaving ? words.saving : words.saved)}
      </p>
    </div>
  );
}
