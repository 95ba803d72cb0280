'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { LayoutGrid } from '@/components/ui/icons';
import { opens, Sheet } from '@/components/ui/sheet';
import { isAt } from './place-link';

const SHEET = 'more-places';

type MorePlacesProps = {
  /** Where its rows lead. */
  hrefs: readonly string[];
  /** Rows of the sheet. */
  children: ReactNode;
  words: Readonly<Record<'more' | 'close', string>>;
};

/** On a phone: what does not fit into the bar, one press away. Going somewhere closes it. */
export function MorePlaces({ hrefs, children, words }: MorePlacesProps) {
  const pathname = usePathname();
  const isHere = hrefs.some((href) => isAt(pathname, { href, isRoot: false }));
  return (
    <>
      <button
        type="button"
        {...opens(SHEET)}
        className={classNames(
          'flex h-full w-full flex-col items-center justify-center gap-0.5 text-xs',
          isHere ? 'font-strong text-ink' : 'text-muted',
        )}
      >
        <LayoutGrid aria-hidden className="size-6" />
        {words.more}
      </button>
      <Sheet key={pathname} id={SHEET} title={words.more} closeLabel={words.close}>
        <ul className="grid gap-1">{children}</ul>
      </Sheet>
    </>
  );
}
