import { ChevronRight } from './icons';
import { Link } from './link';

export type Crumb = { readonly name: string; readonly href: string };

/** The way from the top to here; the page itself is its heading, not a crumb. */
export function Breadcrumb({ crumbs, label }: { crumbs: readonly Crumb[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ol className="shelf items-center gap-1 text-sm text-muted">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href} className="flex items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 rtl:rotate-180" />}
            <Link href={crumb.href} className="touch py-1 whitespace-nowrap hover:text-ink hover:underline">
              {crumb.name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
