import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';

type FigureCardProps = { label: string; figure: ReactNode; note?: ReactNode; href: string };

/** One number somebody looks at first thing in the morning, and the way to what is behind it. */
export function FigureCard({ label, figure, note, href }: FigureCardProps) {
  return (
    <Link
      href={href}
      className="grid content-start gap-1 rounded-lg border border-line bg-raised p-4 transition hover:border-edge"
    >
      <span className="text-sm text-muted">{label}</span>
      <span className="text-xl font-strong tabular-nums">{figure}</span>
      {note && <span className="text-sm text-muted">{note}</span>}
    </Link>
  );
}
