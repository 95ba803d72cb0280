'use client';

import { House, LayoutGrid, Package, ShoppingBag, User } from '@/components/ui/icons';
import { usePathname } from 'next/navigation';
import { Suspense } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Link } from '@/components/ui/link';
import { CartCount } from './cart-count';

export type TabName = 'home' | 'browse' | 'cart' | 'orders' | 'you';

const TABS = [
  { name: 'home', href: '/', icon: House, under: /^\/$/ },
  { name: 'browse', href: '/browse', icon: LayoutGrid, under: /^\/(browse|c|search|p|s)\b/ },
  { name: 'cart', href: '/cart', icon: ShoppingBag, under: /^\/(cart|checkout)\b/ },
  { name: 'orders', href: '/orders', icon: Package, under: /^\/orders\b/ },
  { name: 'you', href: '/account', icon: User, under: /^\/account\b/ },
] as const;

type TabBarProps = { label: string; names: Readonly<Record<TabName, string>>; countLabel: string };

/** The phone's way around: five places at the thumb, the one the page belongs to marked. */
export function TabBar(props: TabBarProps) {
  // On pages made before their address is known the mark comes a moment later.
  return (
    <Suspense fallback={<Tabs {...props} path={null} />}>
      <MarkedTabs {...props} />
    </Suspense>
  );
}

function MarkedTabs(props: TabBarProps) {
  const path = usePathname().replace(/^\/[a-z]{2}(?=\/|$)/, '') || '/';
  return <Tabs {...props} path={path} />;
}

function Tabs({ label, names, countLabel, path }: TabBarProps & { path: string | null }) {
  return (
    <nav
      aria-label={label}
      className="tab-bar fixed inset-x-0 bottom-0 z-30 border-t border-line bg-raised pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid h-14 grid-cols-5">
        {TABS.map(({ name, href, icon: Icon, under }) => {
          const here = path !== null && under.test(path);
          return (
            <li key={name}>
              <Link
                href={href}
                aria-current={here ? 'page' : undefined}
                className={classNames(
                  'grid h-full place-content-center justify-items-center gap-0.5 text-xs transition',
                  here ? 'font-strong text-ink' : 'text-muted',
                )}
              >
                <span className="relative">
                  <Icon
                    aria-hidden
                    className={classNames('size-6', here && 'fill-accent')}
                    strokeWidth={1.75}
                  />
                  {name === 'cart' && <CartCount label={countLabel} />}
                </span>
                {names[name]}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
