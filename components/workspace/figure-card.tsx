import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Link } from '@/components/ui/link';

type FigureCardProps = {
  label: string;
  figure: ReactNode;
  note?: ReactNode;
  href: string;
  /** What is behind it is shown on this page already. */
  isCurrent?: boolean;
};

/** One number somebody looks at first thing in the morning, and the way to what is behind it. */
export function FigureCard({ label, figure, note, href, isCurrent = false }: FigureCardProps) {
  return (
    <Link
      href={href}
      aria-current={isCurrent || undefined}
      className={classNames(
        'grid content-start gap-1 rounded-lg border bg-raised p-4 transition hover:border-edge',
        isCurrent ? 'border-edge shadow-[inset_0_3px_0_var(--color-accent)]' : 'border-line',
      )}
    >
      <span className="text-sm text-muted">{label}</span>
      <span className="text-lg font-strong tabular-nums md:text-xl">{figure}</span>
      {note && <span className="text-sm text-muted">{note}</span>}
    </Link>
  );
}
