'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { LayoutGrid } from '@/components/ui/icons';
import { opens, Sheet } from '@/components/ui/sheet';

const SHEET = 'more-places';

type MorePlacesProps = {
  /** Rows of the sheet. */
  children: ReactNode;
  words: Readonly<Record<'more' | 'close', string>>;
};

/** On a phone: what does not fit into the bar, one press away. Going somewhere closes it. */
export function MorePlaces({ children, words }: MorePlacesProps) {
  return (
    <>
      <button
        type="button"
        {...opens(SHEET)}
        className="flex h-full w-full flex-col items-center justify-center gap-0.5 text-xs text-muted"
      >
        <LayoutGrid aria-hidden className="size-6" />
        {words.more}
      </button>
      <Sheet key={usePathname()} id={SHEET} title={words.more} closeLabel={words.close}>
        <ul className="grid gap-1">{children}</ul>
      </Sheet>
    </>
  );
}
