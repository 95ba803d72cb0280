'use client';

import { useSyncExternalStore } from 'react';

/** What a cached page shows of the person in front of it; `GET /api/me`. */
export type Me = {
  /** Pieces in the basket. */
  readonly cartCount: number;
  /** Null for a guest. */
  readonly name: string | null;
  /** Public ids of the products on the wishlist. */
  readonly wishlist: readonly string[];
};

let me: Me | null = null;
let asked = false;
const listeners = new Set<() => void>();

/** Null until it is known; asked for once, by whoever needs it first. */
export function useMe(): Me | null {
  return useSyncExternalStore(
    subscribe,
    () => me,
    () => null,
  );
}

/** Shows a change at once, before the server is asked again. */
export function changeMe(change: Partial<Me>): void {
  if (!me) return;
  me = { ...me, ...change };
  tell();
}

/** Asks again, after something happened that changes it. What is shown stays when there is no answer. */
export async function refreshMe(): Promise<void> {
  try {
    const response = await fetch('/api/me', { headers: { accept: 'application/json' } });
    if (!response.ok) return;
    me = (await response.json()) as Me;
    tell();
  } catch {
    // Offline: the page works without it.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) {
    asked = true;
    void refreshMe();
    // A page that comes back out of the browser's cache is as old as when it was left.
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) void refreshMe();
    });
  }
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
