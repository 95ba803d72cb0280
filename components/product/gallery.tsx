'use client';

import { ChevronLeft, ChevronRight, Maximize2, Play, X } from '@/components/ui/icons';
import { useEffect, useRef, useState } from 'react';
import { Film } from '@/components/media/film';
import { Photo } from '@/components/media/photo';
import { classNames } from '@/components/ui/class-names';
import { opens } from '@/components/ui/sheet';
import type { GalleryPicture } from '@/lib/media/model';

export type GalleryWords = {
  label: string;
  zoom: string;
  previous: string;
  next: string;
  close: string;
  /** `Show picture 2 of 5`, one a picture. */
  show: readonly string[];
};

type GalleryProps = { pictures: readonly GalleryPicture[]; words: GalleryWords; shown: number };

const MAIN_SIZES = '(min-width: 82rem) 44rem, (min-width: 56rem) 54vw, 100vw';
const LARGE = 'large-pictures';

const ARROW =
  'absolute top-1/2 hidden size-11 -translate-y-1/2 place-items-center rounded-full border border-line bg-raised transition hover:bg-sunken disabled:opacity-0 md:grid';

/** A product's pictures and films: swiped, stepped through or picked; one press makes them as large as the window. */
export function Gallery({ pictures, words, shown }: GalleryProps) {
  const strip = useRef<HTMLUListElement>(null);
  const [index, setIndex] = useState(0);
  const count = pictures.length;

  const show = (wanted: number) => {
    const list = strip.current;
    // Smooth or not is the style sheet's to say: it knows who asked for less motion.
    list?.children[wanted]?.scrollIntoView({ block: 'nearest', inline: 'start' });
  };

  const chosen = useRef(shown);
  useEffect(() => {
    if (chosen.current !== shown) show(shown);
    chosen.current = shown;
  }, [shown]);

  if (count === 0) return <div className="no-picture aspect-square rounded-lg" />;
  return (
    <section aria-label={words.label} className="grid grid-cols-1 gap-3">
      <div className="relative -mx-4 md:mx-0">
        <ul
          ref={strip}
          className="gallery-strip md:rounded-lg"
          onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
            setIndex(Math.round(Math.abs(scrollLeft) / clientWidth))
          }
        >
          {pictures.map((picture, position) => (
            <li key={picture.base}>
              {picture.film ? (
                <Film film={picture.film} picture={picture} className="aspect-square w-full" />
              ) : (
                <Photo
                  picture={picture}
                  sizes={MAIN_SIZES}
                  eager={position === 0}
                  className="aspect-square w-full"
                />
              )}
            </li>
          ))}
        </ul>
        {count > 1 && (
          <>
            <button
              type="button"
              aria-label={words.previous}
              disabled={index === 0}
              onClick={() => show(index - 1)}
              className={classNames(ARROW, 'start-3')}
            >
              <ChevronLeft aria-hidden className="size-5 rtl:rotate-180" />
            </button>
            <button
              type="button"
              aria-label={words.next}
              disabled={index === count - 1}
              onClick={() => show(index + 1)}
              className={classNames(ARROW, 'end-3')}
            >
              <ChevronRight aria-hidden className="size-5 rtl:rotate-180" />
            </button>
            <p
              aria-hidden
              className="absolute start-3 top-3 rounded-full bg-raised/85 px-2.5 py-1 text-xs tabular-nums md:hidden"
            >
              {index + 1} / {count}
            </p>
          </>
        )}
        {!pictures[index]?.film && (
          <button
            type="button"
            aria-label={words.zoom}
            {...opens(LARGE)}
            className="absolute end-3 bottom-3 grid size-11 place-items-center rounded-full bg-raised/85 transition hover:bg-raised"
          >
            <Maximize2 aria-hidden className="size-5" />
          </button>
        )}
      </div>
      {count > 1 && (
        <ul className="hidden flex-wrap gap-2 md:flex">
          {pictures.map((picture, position) => (
            <li key={picture.base}>
              <button
                type="button"
                aria-label={words.show[position]}
                aria-current={position === index || undefined}
                onClick={() => show(position)}
                className={classNames(
                  'relative block overflow-hidden rounded-md border-2 transition',
                  position === index ? 'border-ink' : 'border-transparent hover:border-edge',
                )}
              >
                <Photo picture={picture} sizes="4.5rem" decorative className="size-18" />
                {picture.film && (
                  <Play
                    aria-hidden
                    className="absolute inset-0 m-auto size-8 rounded-full bg-raised/85 p-1.5"
                  />
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      <LargePictures pictures={pictures} words={words} />
    </section>
  );
}

/** The pictures at the size of the window; pinching and scrolling go further in. Nothing is loaded before it opens. */
function LargePictures({ pictures, words }: Omit<GalleryProps, 'shown'>) {
  return (
    <dialog id={LARGE} aria-label={words.label} closedby="any" className="lightbox">
      <ul className="gallery-strip h-full items-center">
        {pictures
          .filter(({ film }) => !film)
          .map((picture) => (
            <li key={picture.base} className="grid h-full place-items-center">
              <Photo picture={picture} sizes="100vmin" className="aspect-square w-[100vmin]" />
            </li>
          ))}
      </ul>
      <form method="dialog" className="absolute end-3 top-[calc(0.75rem+env(safe-area-inset-top))]">
        <button
          aria-label={words.close}
          className="grid size-11 place-items-center rounded-full bg-raised/85"
        >
          <X aria-hidden className="size-5" />
        </button>
      </form>
    </dialog>
  );
}
