import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';

export type RecordLink = {
  readonly href: string;
  readonly title: string;
  readonly note: string;
  readonly badge: ReactNode;
};

/** Records one can open, one under the other. */
export function RecordList({ records }: { records: readonly RecordLink[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {records.map((record) => (
        <li key={record.href}>
          <Link
            href={record.href}
            className="flex min-h-14 items-center justify-between gap-4 px-4 py-3 transition hover:bg-sunken"
          >
            <span className="min-w-0">
              <span className="block truncate font-strong">{record.title}</span>
              <span className="line-clamp-2 text-sm text-muted">{record.note}</span>
            </span>
            {record.badge}
          </Link>
        </li>
      ))}
    </ul>
  );
}
