'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Link } from '@/components/ui/link';

type PlaceLinkProps = {
  href: string;
  label: string;
  icon: ReactNode;
  /** The first place: current only at its own address, the others also below theirs. */
  isRoot: boolean;
};

export function PlaceLink({ href, label, icon, isRoot }: PlaceLinkProps) {
  const path = usePathname().replace(/^\/[a-z]{2}(?=\/|$)/, '');
  const here = path === href || (!isRoot && path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className={classNames(
        'flex h-full flex-col items-center justify-center gap-0.5 rounded-md text-xs transition [&>svg]:size-6',
        'md:h-11 md:flex-row md:justify-start md:gap-3 md:px-3 md:text-base md:hover:bg-sunken md:[&>svg]:size-5',
        here ? 'font-strong text-ink md:bg-sunken' : 'text-muted',
      )}
    >
      {icon}
      {label}
    </Link>
  );
}
