'use client';

import { useEffect, useState } from 'react';
import { Percent } from '@/components/ui/icons';

type Promotions = { readonly promotions: readonly { readonly name: string; readonly does: string }[] };

/** What takes something off an offer now. Pages are kept, and promotions pause: so it is asked for, and may be missing. */
export function OfferPromotions({ offerId }: { offerId: string }) {
  const [promotions, setPromotions] = useState<Promotions['promotions']>([]);
  useEffect(() => {
    const left = new AbortController();
    fetch(`/api/offers/${offerId}/promotions`, { signal: left.signal })
      .then(async (response) =>
        setPromotions(response.ok ? ((await response.json()) as Promotions).promotions : []),
      )
      .catch(() => setPromotions([]));
    return () => left.abort();
  }, [offerId]);
  if (promotions.length === 0) return null;
  return (
    <ul className="grid gap-1 text-sm">
      {promotions.map(({ name, does }, index) => (
        <li key={index} className="flex items-start gap-2.5">
          <Percent aria-hidden className="mt-0.5 size-4.5 shrink-0 text-sale" />
          <span>
            <span className="font-strong">{name}</span>
            {does !== name && ` · ${does}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
