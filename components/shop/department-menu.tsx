import type { ReactNode } from 'react';
import { Photo } from '@/components/media/photo';
import { Link } from '@/components/ui/link';
import type { CategoryTile } from '@/lib/catalog/model';

type DepartmentMenuProps = { departments: readonly CategoryTile[]; label: string; children: ReactNode };

/** All departments in a native popover under the top bar; following a link closes it. */
export function DepartmentMenu({ departments, label, children }: DepartmentMenuProps) {
  return (
    <>
      <button type="button" popoverTarget="departments" className="rounded-md max-md:hidden">
        {children}
      </button>
      <nav id="departments" popover="auto" aria-label={label} className="menu">
        <ul className="grid grid-cols-3 gap-1">
          {departments.map((department) => (
            <li key={department.path}>
              <Link
                href={`/c/${department.path}`}
                className="flex items-center gap-3 rounded-md p-2 transition hover:bg-sunken"
              >
                <Photo picture={department.image} sizes="48px" className="size-12 rounded-md" decorative />
                <span>{department.name}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
