'use client';

import { usePathname } from 'next/navigation';
import { Suspense, type ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Link } from '@/components/ui/link';

type PlaceLinkProps = {
  href: string;
  label: string;
  icon: ReactNode;
  /** The first place: current only at its own address, the others also below theirs. */
  isRoot: boolean;
  /** Of a bar that turns into a column on wide screens, or of a list. */
  as?: 'tab' | 'row';
};

/** A place of the workspace, marked when the page belongs to it. */
export function PlaceLink(props: PlaceLinkProps) {
  // On pages made before their address is known the mark comes a moment later.
  return (
    <Suspense fallback={<Place {...props} here={false} />}>
      <MarkedPlace {...props} />
    </Suspense>
  );
}

function MarkedPlace(props: PlaceLinkProps) {
  return <Place {...props} here={isAt(usePathname(), props)} />;
}

/** Whether a page is a place's own, or below it. */
export function isAt(pathname: string, { href, isRoot }: Pick<PlaceLinkProps, 'href' | 'isRoot'>): boolean {
  const path = pathname.replace(/^\/[a-z]{2}(?=\/|$)/, '');
  return path === href || (!isRoot && path.startsWith(`${href}/`));
}

const LOOKS = {
  tab: 'h-full flex-col justify-center gap-0.5 text-xs [&>svg]:size-6 md:h-11 md:flex-row md:justify-start md:gap-3 md:px-3 md:text-base md:hover:bg-sunken md:[&>svg]:size-5',
  row: 'h-12 gap-3 text-base [&>svg]:size-5',
} as const;

function Place({ href, label, icon, here, as = 'tab' }: PlaceLinkProps & { here: boolean }) {
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className={classNames(
        'flex items-center rounded-md transition',
        LOOKS[as],
        here ? 'font-strong text-ink md:bg-sunken' : 'text-muted',
      )}
    >
      {icon}
      {label}
    </Link>
  );
}
