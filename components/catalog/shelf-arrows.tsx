'use client';

import { ChevronLeft, ChevronRight } from '@/components/ui/icons';

const ARROW =
  'grid size-9 place-items-center rounded-full border border-line bg-raised transition hover:border-edge hover:bg-sunken';

/** Moves the shelf of the section around it by what is seen of it. For a mouse; fingers swipe. */
export function ShelfArrows({ words }: { words: { back: string; on: string } }) {
  return (
    <span className="flex gap-1.5 max-md:hidden">
      <button
        type="button"
        aria-label={words.back}
        onClick={(event) => scroll(event.currentTarget, -1)}
        className={ARROW}
      >
        <ChevronLeft className="size-5 rtl:rotate-180" />
      </button>
      <button
        type="button"
        aria-label={words.on}
        onClick={(event) => scroll(event.currentTarget, 1)}
        className={ARROW}
      >
        <ChevronRight className="size-5 rtl:rotate-180" />
      </button>
    </span>
  );
}

function scroll(button: HTMLElement, direction: 1 | -1): void {
  const shelf = button.closest('section')?.querySelector('ul');
  const sign = document.documentElement.dir === 'rtl' ? -direction : direction;
  // Smooth or not is the style sheet's to say: it knows who asked for less motion.
  shelf?.scrollBy({ left: sign * shelf.clientWidth * 0.9 });
}
