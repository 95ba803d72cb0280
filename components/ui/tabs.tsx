import { classNames } from './class-names';
import { formatNumber } from '@/lib/i18n/format';
import { Link } from './link';
import { currentLocale } from './words';

export type Tab = { readonly label: string; readonly href: string; readonly count?: number };

/** Views of one thing, each with its own address. */
export async function Tabs({
  tabs,
  current,
  label,
}: {
  tabs: readonly Tab[];
  current: string;
  label: string;
}) {
  const locale = await currentLocale();
  return (
    <nav aria-label={label} className="border-b border-line">
      <ul className="shelf gap-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.href === current ? 'page' : undefined}
              className={classNames(
                'flex min-h-11 items-center gap-1.5 border-b-2 px-3 whitespace-nowrap transition',
                tab.href === current
                  ? 'border-accent font-strong'
                  : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-full bg-sunken px-1.5 text-xs tabular-nums">
                  {formatNumber(tab.count, locale)}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
