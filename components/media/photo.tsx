import type { CSSProperties } from 'react';
import { pictureUrl, type Picture, type PictureFormat } from '@/lib/media/model';
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

/** A picture in the room it is given, its blur shown until it arrives; a closed doorway when there is none. */
export function Photo({ picture, sizes, eager = false, decorative = false, className }: PhotoProps) {
  if (!picture) return <span aria-hidden className={classNames('no-picture block', className)} />;
  return (
    <picture
      className={classNames('block overflow-hidden bg-sunken bg-cover bg-center', className)}
      style={blurOf(picture)}
    >
      <source type="image/avif" srcSet={sourceSet(picture, 'avif')} sizes={sizes} />
      <img
        src={pictureUrl(picture, middleWidth(picture), 'webp')}
        srcSet={sourceSet(picture, 'webp')}
        sizes={sizes}
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

function sourceSet(picture: Picture, format: PictureFormat): string {
  return picture.widths.map((width) => `${pictureUrl(picture, width, format)} ${width}w`).join(', ');
}

/** For browsers that know neither srcset nor sizes. */
function middleWidth(picture: Picture): number {
  return picture.widths[Math.floor(picture.widths.length / 2)] ?? picture.width;
}

function blurOf({ blur }: Picture): CSSProperties | undefined {
  return blur ? { backgroundImage: `url("${blur}")` } : undefined;
}
