'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTransition } from 'react';
import { isTaxedByPostalCode, TELLING_DIGITS, type Destination } from '@/lib/pricing/model';

export type QuoteChoice = {
  readonly destination?: Destination;
  /** Whether store credit is to pay. */
  readonly useCredit?: boolean;
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
  const choose = ({ destination, delivery, useCredit }: QuoteChoice) => {
    const next = new URLSearchParams(search);
    if (destination) setDestination(next, destination);
    if (delivery) next.set(delivery.sellerId, delivery.code);
    if (useCredit === true) next.set('credit', 'use');
    if (useCredit === false) next.delete('credit');
    if (next.toString() === search.toString()) return;
    start(() => router.replace(`${path}?${next}`, { scroll: false }));
  };
  return { quoting, choose, quoteAgain: () => start(() => router.refresh()) };
}

/** The postal code is asked for only where tax depends on it, and only as much of it as says on which region. */
function setDestination(query: URLSearchParams, { country, postalCode }: Destination): void {
  query.set('country', country);
  const telling = postalCode.trim().slice(0, TELLING_DIGITS);
  if (isTaxedByPostalCode(country) && telling.length === TELLING_DIGITS) query.set('postcode', telling);
  else query.delete('postcode');
}
