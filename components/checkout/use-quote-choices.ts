'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTransition } from 'react';

export type QuoteChoice = {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly delivery?: { readonly sellerId: string; readonly code: string };
};

/**
 * Where parcels go and how is part of the page's address: the server quotes it, Back undoes it, a reload keeps it.
 * `quoting` is true while the new total is on its way.
 */
export function useQuoteChoices() {
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const [quoting, start] = useTransition();
  const choose = ({ country, delivery }: QuoteChoice) => {
    const next = new URLSearchParams(search);
    if (country) next.set('country', country);
    if (delivery) next.set(delivery.sellerId, delivery.code);
    if (next.toString() === search.toString()) return;
    start(() => router.replace(`${path}?${next}`, { scroll: false }));
  };
  return { quoting, choose, quoteAgain: () => start(() => router.refresh()) };
}
