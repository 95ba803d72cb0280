'use client';

import { useSyncExternalStore } from 'react';
import { giveGuestWishes, guestWishes } from '@/components/wishlist/guest-wishes';

/** What a cached page shows of the person in front of it; `GET /api/me`. */
export type Me = {
  /** Pieces in the basket. */
  readonly cartCount: number;
  /** Null for a guest. */
  readonly name: string | null;
  /** Public ids of the products on the wishlist: the account's, or what this browser keeps for a guest. */
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
    let known = await askForMe();
    if (known?.name != null && (await giveGuestWishes())) known = await askForMe();
    if (!known) return;
    me = known.name === null ? { ...known, wishlist: guestWishes() } : known;
    tell();
  } catch {
    // Offline: the page works without it.
  }
}

async function askForMe(): Promise<Me | null> {
  const response = await fetch('/api/me', { headers: { accept: 'application/json' } });
  return response.ok ? ((await response.json()) as Me) : null;
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
