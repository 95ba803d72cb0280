import type { ReactNode } from 'react';
import { Logo, Mark } from '@/components/shop/logo';
import { Link } from '@/components/ui/link';
import { words } from '@/components/ui/words';
import { MorePlaces } from './more-places';
import { PlaceLink } from './place-link';

export type Place = { readonly href: string; readonly label: string; readonly icon: ReactNode };

type WorkspaceFrameProps = {
  /** Whose desk this is: `Seller`, `Operations`. */
  title: string;
  places: readonly Place[];
  /** Beside the name of the desk. */
  aside?: ReactNode;
  children: ReactNode;
};

const MAIN = 'main';

/** So many places fit into the bar of a phone. */
const BAR = 5;

/** The desk of people who work here: places at the thumb on a phone, at the side of a wide screen. */
export async function WorkspaceFrame({ title, places, aside, children }: WorkspaceFrameProps) {
  const t = await words('shop');
  const inBar = places.length > BAR ? BAR - 1 : BAR;
  const isRoot = ({ href }: Place) => href === places[0]?.href;
  return (
    <div className="md:grid md:min-h-dvh md:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href={`#${MAIN}`}
        className="sr-only z-50 rounded-md bg-ink px-4 py-3 text-surface focus:not-sr-only focus:fixed focus:start-4 focus:top-4"
      >
        {t('skip')}
      </a>
      <header className="sticky top-0 z-30 flex h-(--top-bar) items-center gap-3 border-b border-line bg-surface px-4 pt-[env(safe-area-inset-top)] md:h-dvh md:flex-col md:items-stretch md:gap-8 md:border-e md:border-b-0 md:px-4 md:py-6">
        <div className="flex items-center gap-2.5">
          <Link href="/" aria-label={t('home')} className="touch rounded-sm">
            <Mark className="size-8 md:hidden" />
            <span className="hidden md:block">
              <Logo />
            </span>
          </Link>
          <span className="rounded-sm bg-sunken px-2 py-0.5 text-sm font-strong">{title}</span>
        </div>
        {aside}
        <nav
          aria-label={title}
          className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-raised pb-[env(safe-area-inset-bottom)] md:static md:border-0 md:bg-transparent md:p-0"
        >
          <ul className="flex h-14 *:flex-1 md:grid md:h-auto md:gap-1">
            {places.map((place, index) => (
              <li key={place.href} className={index < inBar ? undefined : 'max-md:hidden'}>
                <PlaceLink {...place} isRoot={isRoot(place)} />
              </li>
            ))}
            {places.length > inBar && (
              <li className="md:hidden">
                <MorePlaces
                  hrefs={places.slice(inBar).map(({ href }) => href)}
                  words={{ more: t('more'), close: t('close') }}
                >
                  {places.slice(inBar).map((place) => (
                    <li key={place.href}>
                      <PlaceLink {...place} isRoot={isRoot(place)} as="row" />
                    </li>
                  ))}
                </MorePlaces>
              </li>
            )}
          </ul>
        </nav>
      </header>
      <main
        id={MAIN}
        tabIndex={-1}
        className="mx-auto w-full max-w-page px-4 pt-6 pb-28 outline-none md:px-8 md:py-10"
      >
        {children}
      </main>
    </div>
  );
}
