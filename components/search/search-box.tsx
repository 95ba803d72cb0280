'use client';

import { ArrowLeft, Search, X } from '@/components/ui/icons';
import { usePathname, useRouter } from 'next/navigation';
import {
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from 'react';
import { classNames } from '@/components/ui/class-names';
import { localePath, type Locale } from '@/lib/i18n/locales';
import { recentSearches, rememberSearch } from './recent-searches';
import type { SearchOffer } from './suggestion-list';
import { useSuggestions } from './use-suggestions';

export type SearchBoxWords = {
  label: string;
  placeholder: string;
  submit: string;
  close: string;
  clear: string;
  suggestions: string;
};

/** Loaded when somebody begins to search: most visits never do. */
type SuggestionListModule = typeof import('./suggestion-list');

const LIST_ID = 'search-suggestions';

/**
 * The search field: a combobox over a plain form, which searches without JavaScript too. On phones it takes
 * the whole screen while it is used.
 */
export function SearchBox({ words, locale }: { words: SearchBoxWords; locale: Locale }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [recent, setRecent] = useState<readonly string[]>([]);
  const [active, setActive] = useState(-1);
  const [list, setList] = useState<SuggestionListModule | null>(null);
  const suggestions = useSuggestions(open ? text : '');
  const offers = list?.offersFor(text, suggestions, recent) ?? [];

  // The field says what the page is about: the search it shows, or nothing.
  const followAddress = useCallback(
    () => setText(new URLSearchParams(window.location.search).get('q') ?? ''),
    [],
  );

  const begin = () => {
    // Offline there are none: searching itself needs no suggestions.
    void import('./suggestion-list').then(setList, () => undefined);
    setRecent(recentSearches());
    setActive(-1);
    setOpen(true);
  };
  const end = () => {
    setOpen(false);
    input.current?.blur();
  };
  const searchFor = (wanted: string) => {
    const query = wanted.trim();
    if (!query) return input.current?.focus();
    rememberSearch(query);
    setText(query);
    visit(`/search?q=${encodeURIComponent(query)}`);
  };
  const visit = (href: string) => {
    end();
    router.push(localePath(locale, href));
  };
  const take = (offer: SearchOffer) => (offer.kind === 'query' ? searchFor(offer.text) : visit(offer.href));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') end();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
    setActive(event.key === 'ArrowDown' ? after(active, offers.length) : before(active, offers.length));
  };
  const onBlur = (event: FocusEvent<HTMLFormElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };

  const shown = open && offers.length > 0;
  return (
    <search className="min-w-0 flex-1">
      <Suspense>
        <OnNavigation tell={followAddress} />
      </Suspense>
      <form
        action={localePath(locale, '/search')}
        onSubmit={(event) => {
          event.preventDefault();
          const chosen = offers[active];
          if (chosen) take(chosen);
          else searchFor(text);
        }}
        onBlur={onBlur}
        className={classNames(
          'relative flex flex-col',
          open &&
            'max-md:fixed max-md:inset-0 max-md:z-40 max-md:bg-surface max-md:pt-[env(safe-area-inset-top)]',
        )}
      >
        <div
          className={classNames('flex items-center', open && 'max-md:h-(--top-bar) max-md:gap-1 max-md:pe-4')}
        >
          {open && (
            <button
              type="button"
              aria-label={words.close}
              onClick={end}
              className="grid size-11 place-items-center md:hidden"
            >
              <ArrowLeft aria-hidden className="size-6 rtl:rotate-180" />
            </button>
          )}
          <div className="flex h-11 min-w-0 flex-1 items-center rounded-full border border-edge bg-raised ps-4 focus-within:border-ink focus-within:ring-1 focus-within:ring-ink">
            <Search aria-hidden className="size-5 shrink-0 text-muted md:hidden" />
            <input
              ref={input}
              name="q"
              role="combobox"
              type="text"
              enterKeyHint="search"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              maxLength={120}
              aria-label={words.label}
              aria-expanded={shown}
              aria-controls={LIST_ID}
              aria-autocomplete="list"
              aria-activedescendant={shown && active >= 0 ? `${LIST_ID}-${active}` : undefined}
              placeholder={words.placeholder}
              value={text}
              onFocus={begin}
              onChange={(event) => {
                setText(event.target.value);
                setActive(-1);
                setOpen(true);
              }}
              onKeyDown={onKeyDown}
              className="h-full min-w-0 flex-1 bg-transparent px-2 placeholder:text-muted focus:outline-none md:px-0"
            />
            {text !== '' && (
              <button
                type="button"
                aria-label={words.clear}
                onClick={() => {
                  setText('');
                  input.current?.focus();
                }}
                className="grid size-11 place-items-center text-muted hover:text-ink"
              >
                <X aria-hidden className="size-5" />
              </button>
            )}
            <button
              aria-label={words.submit}
              className="m-1 hidden h-9 w-12 place-items-center rounded-full bg-accent text-on-accent transition hover:bg-accent-strong md:grid"
            >
              <Search aria-hidden className="size-5" />
            </button>
          </div>
        </div>
        {list && shown && (
          <list.SuggestionList
            id={LIST_ID}
            label={words.suggestions}
            offers={offers}
            active={active}
            locale={locale}
            onTake={take}
          />
        )}
      </form>
    </search>
  );
}

/** Apart, in a boundary of its own: some pages are made before their address is known. */
function OnNavigation({ tell }: { tell: () => void }) {
  const path = usePathname();
  useEffect(tell, [path, tell]);
  return null;
}

/** The next row; past the last one is the field itself, at -1. */
function after(index: number, rows: number): number {
  return index + 1 < rows ? index + 1 : -1;
}

function before(index: number, rows: number): number {
  return index < 0 ? rows - 1 : index - 1;
}
