import { ChevronRight } from '@/components/ui/icons';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';

/** A place of the account: where it leads and what is there. */
export function PlaceCard({
  href,
  icon,
  title,
  hint,
}: {
  href: string;
  icon: ReactNode;
  title: string;
  hint: string;
}) {
  return (
    <Link
      href={href}
      className="flex min-h-18 items-center gap-4 rounded-lg border border-line bg-raised p-4 transition hover:border-edge"
    >
      <span
        aria-hidden
        className="grid size-11 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-text [&>svg]:size-5"
      >
        {icon}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-strong">{title}</span>
        <span className="block text-sm text-muted">{hint}</span>
      </span>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-muted rtl:-scale-x-100" />
    </Link>
  );
}
