'use client';

import { useState } from 'react';
import { Photo } from '@/components/media/photo';
import { Badge } from '@/components/ui/badge';
import { Button, IconButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/field';
import { Crop, Trash2 } from '@/components/ui/desk-icons';
import { ChevronLeft, ChevronRight, CircleAlert } from '@/components/ui/icons';
import { Progress } from '@/components/ui/progress';
import type { PictureItem } from './picture-list';

export type TileWords = Readonly<
  Record<
    | 'uploading'
    | 'making'
    | 'first'
    | 'film'
    | 'earlier'
    | 'later'
    | 'remove'
    | 'crop'
    | 'whole'
    | 'cropLead'
    | 'cropWhere'
    | 'cropDone'
    | 'cancel'
    | 'alt'
    | 'altHint',
    string
  >
>;

type PictureTileProps = {
  item: PictureItem;
  place: { readonly isFirst: boolean; readonly isLast: boolean };
  words: TileWords;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onAlt: (alt: string) => void;
  onCrop: (square: number | null) => void;
};

/** One picture: what it looks like, what is wrong with it, and what can be done with it. */
export function PictureTile({ item, place, words, onMove, onRemove, onAlt, onCrop }: PictureTileProps) {
  const [cropping, setCropping] = useState<number | null>(null);
  const isReady = item.status === 'ready';
  return (
    <Card className="grid gap-2 p-3">
      <div className="relative">
        <Looks item={item} square={cropping} />
        <span className="absolute start-2 top-2 flex gap-2">
          {place.isFirst && <Badge>{words.first}</Badge>}
          {item.hasFilm && <Badge>{words.film}</Badge>}
        </span>
      </div>
      {item.status === 'uploading' && <Progress label={words.uploading} value={item.percent} max={100} />}
      {item.status === 'pending' && <p className="text-sm text-muted">{words.making}</p>}
      {item.status === 'failed' && (
        <p role="alert" className="flex items-start gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {item.fault}
        </p>
      )}
      {cropping !== null && (
        <div className="grid gap-2">
          <label className="grid gap-1 text-sm">
            {words.cropLead}
            <input
              type="range"
              aria-label={words.cropWhere}
              min={0}
              max={100}
              value={cropping}
              onChange={(event) => setCropping(event.target.valueAsNumber)}
              className="min-h-11 accent-ink"
            />
          </label>
          <div className="flex gap-2">
            <Button
              variant="primary"
              onClick={() => {
                onCrop(cropping);
                setCropping(null);
              }}
            >
              {words.cropDone}
            </Button>
            <Button onClick={() => setCropping(null)}>{words.cancel}</Button>
          </div>
        </div>
      )}
      <div className="flex">
        <IconButton
          label={words.earlier}
          disabled={place.isFirst}
          onClick={() => onMove(-1)}
          className="disabled:opacity-40"
        >
          <ChevronLeft aria-hidden className="size-5 rtl:-scale-x-100" />
        </IconButton>
        <IconButton
          label={words.later}
          disabled={place.isLast}
          onClick={() => onMove(1)}
          className="disabled:opacity-40"
        >
          <ChevronRight aria-hidden className="size-5 rtl:-scale-x-100" />
        </IconButton>
        {item.own && isReady && item.square === null && cropping === null && (
          <IconButton label={words.crop} onClick={() => setCropping(50)}>
            <Crop aria-hidden className="size-5" />
          </IconButton>
        )}
        {item.own && isReady && item.square !== null && (
          <Button variant="quiet" size="small" className="self-center" onClick={() => onCrop(null)}>
            {words.whole}
          </Button>
        )}
        <IconButton label={words.remove} onClick={onRemove} className="ms-auto">
          <Trash2 aria-hidden className="size-5" />
        </IconButton>
      </div>
      {item.status !== 'failed' && (
        <TextField
          label={words.alt}
          hint={words.altHint}
          defaultValue={item.alt}
          maxLength={200}
          autoComplete="off"
          onBlur={(event) => onAlt(event.target.value.trim())}
        />
      )}
    </Card>
  );
}

/** The picture itself; while it is being cut, the square that would be left of it. */
function Looks({ item, square }: { item: PictureItem; square: number | null }) {
  const { picture, preview, square: cut } = item;
  if (picture && square === null) {
    return (
      <Photo
        picture={picture}
        sizes="20rem"
        decorative
        className="aspect-square rounded-md *:object-contain!"
      />
    );
  }
  const address = picture ? `${picture.base}-${picture.widths.at(-1)}.webp` : preview;
  if (!address) return <span className="no-picture block aspect-square rounded-md" />;
  const at = square ?? cut;
  return (
    <img
      src={address}
      alt=""
      className={`aspect-square w-full rounded-md bg-sunken ${at === null ? 'object-contain' : 'object-cover'}`}
      style={at === null ? undefined : { objectPosition: `${at}% ${at}%` }}
    />
  );
}
