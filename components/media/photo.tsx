import type { CSSProperties } from 'react';
import { pictureUrl, type Picture } from '@/lib/media/model';
import { classNames } from '@/components/ui/class-names';

type PhotoProps = {
  picture: Picture | null;
  /** How wide it is shown, as `<img sizes>` says it: the browser picks the rendition by it. */
  sizes: string;
  /** Among the first things seen: fetched at once, before what is further down. */
  eager?: boolean;
  /** The words beside it already say what it shows. */
  decorative?: boolean;
  className?: string;
};

/**
 * A picture in the room it is given, its blur shown until it arrives; a closed doorway when there is none. Pages
 * are full of pictures, so each says no more than it must: renditions that could be picked, and one for the few
 * browsers that know no AVIF.
 */
export function Photo({ picture, sizes, eager = false, decorative = false, className }: PhotoProps) {
  if (!picture) return <span aria-hidden className={classNames('no-picture block', className)} />;
  const room = fixedRoom(sizes);
  const widths = widthsFor(picture, room);
  const isTiny = room !== null && room <= TINY;
  return (
    <picture
      className={classNames('block overflow-hidden bg-sunken bg-cover bg-center', className)}
      style={isTiny ? undefined : blurOf(picture)}
    >
      <source type="image/avif" srcSet={sourceSet(picture, widths)} sizes={sizes} />
      <img
        src={pictureUrl(picture, middleOf(widths) ?? picture.width, 'webp')}
        width={picture.width}
        height={picture.height}
        alt={decorative ? '' : picture.alt}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : undefined}
        decoding="async"
        className="size-full object-cover"
      />
    </picture>
  );
}

/** Too small for a blur to be seen. In CSS pixels. */
const TINY = 100;

const SHARPEST_SCREEN = 3;
const PIXELS_PER_REM = 16;

/** The CSS pixels of `sizes` where it is one length, whatever the window. */
function fixedRoom(sizes: string): number | null {
  const [, length, unit] = /^([\d.]+)(px|rem)$/.exec(sizes) ?? [];
  return length === undefined ? null : Number(length) * (unit === 'rem' ? PIXELS_PER_REM : 1);
}

/** Up to the first that is sharp enough on any screen. */
function widthsFor({ widths }: Picture, room: number | null): readonly number[] {
  if (room === null) return widths;
  const enough = widths.findIndex((width) => width >= room * SHARPEST_SCREEN);
  return enough < 0 ? widths : widths.slice(0, enough + 1);
}

function sourceSet(picture: Picture, widths: readonly number[]): string {
  return widths.map((width) => `${pictureUrl(picture, width, 'avif')} ${width}w`).join(', ');
}

function middleOf(widths: readonly number[]): number | undefined {
  return widths[Math.floor(widths.length / 2)];
}

function blurOf({ blur }: Picture): CSSProperties | undefined {
  return blur ? { backgroundImage: `url("${blur}")` } : undefined;
}
