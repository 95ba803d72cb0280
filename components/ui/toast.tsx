'use client';

import { useEffect, useState } from 'react';
import { Link } from './link';

export type ToastMessage = {
  text: string;
  /** Where the thing it speaks of is. */
  link?: { label: string; href: string };
};

/** What the browser has to say itself, since no server answered. */
type Known = 'connection_lost';

const EVENT = 'souk:toast';
const SHOWN_MS = 5_000;

/** Says something that asks for nothing, for a few seconds, aloud too. Browser only. */
export function toast(message: ToastMessage | Known): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: message }));
}

/** Where toasts appear; once in the layout. */
export function ToastRegion({ words }: { words: Readonly<Record<Known, string>> }) {
  const [message, setMessage] = useState<ToastMessage | Known | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (event: Event) => {
      setMessage((event as CustomEvent<ToastMessage | Known>).detail);
      clearTimeout(timer);
      timer = setTimeout(() => setMessage(null), SHOWN_MS);
    };
    window.addEventListener(EVENT, show);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(EVENT, show);
    };
  }, []);

  const shown = typeof message === 'string' ? { text: words[message] } : message;
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--tab-bar)+1rem)] z-50 flex justify-center"
    >
      {shown && (
        <p className="pointer-events-auto flex animate-rise items-center gap-4 rounded-md bg-ink px-4 py-3 text-sm text-surface shadow-float">
          {shown.text}
          {shown.link && (
            <Link
              href={shown.link.href}
              className="touch font-strong underline"
              onClick={() => setMessage(null)}
            >
              {shown.link.label}
            </Link>
          )}
        </p>
      )}
    </div>
  );
}
