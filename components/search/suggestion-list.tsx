'use client';

import { History, LayoutGrid, Search } from '@/components/ui/icons';
import type { ReactNode } from 'react';
import { Photo } from '@/components/media/photo';
import { classNames } from '@/components/ui/class-names';
import { formatMoney } from '@/lib/kernel/money';
import type { SuggestedProduct, Suggestions } from '@/lib/search/model';

/** One row under the search field: something to search for, or a place to go. */
export type SearchOffer =
  | { readonly kind: 'query'; readonly text: string; readonly before: boolean }
  | { readonly kind: 'category'; readonly text: string; readonly href: string }
  | {
      readonly kind: 'product';
      readonly text: string;
      readonly href: string;
      readonly product: SuggestedProduct;
    };

/** Former searches while nothing is typed; completions, categories and products afterwards. */
export function offersFor(
  text: string,
  suggestions: Suggestions | null,
  recent: readonly string[],
): readonly SearchOffer[] {
  if (!text.trim()) return recent.map((query) => ({ kind: 'query', text: query, before: true }));
  if (!suggestions) return [];
  return [
    ...suggestions.queries.map((query) => ({ kind: 'query', text: query, before: false }) as const),
    ...suggestions.categories.map(
      ({ name, path }) => ({ kind: 'category', text: name, href: `/c/${path}` }) as const,
    ),
    ...suggestions.products.map(
      (product) => ({ kind: 'product', text: product.title, href: `/p/${product.slug}`, product }) as const,
    ),
  ];
}

type SuggestionListProps = {
  id: string;
  label: string;
  offers: readonly SearchOffer[];
  active: number;
  locale: string;
  onTake: (offer: SearchOffer) => void;
};

export function SuggestionList({ id, label, offers, active, locale, onTake }: SuggestionListProps) {
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={label}
      className="overflow-y-auto py-2 max-md:flex-1 md:absolute md:inset-x-0 md:top-full md:mt-2 md:max-h-[70dvh] md:animate-rise md:rounded-lg md:border md:border-line md:bg-raised md:shadow-float"
    >
      {offers.map((offer, index) => (
        <li
          key={`${offer.kind} ${offer.text}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          // The field keeps the focus, or the list would be gone before the click.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(offer)}
          className={classNames(
            'flex min-h-11 cursor-pointer items-center gap-3 px-4 hover:bg-sunken',
            index === active && 'bg-sunken',
          )}
        >
          <OfferIcon offer={offer} />
          <span className="min-w-0 flex-1 truncate">{offer.text}</span>
          {offer.kind === 'product' && offer.product.price && (
            <span className="text-sm font-strong tabular-nums">
              {formatMoney(offer.product.price, locale)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function OfferIcon({ offer }: { offer: SearchOffer }): ReactNode {
  if (offer.kind === 'product') {
    return (
      <Photo picture={offer.product.image} sizes="40px" className="my-1 size-10 rounded-sm" decorative />
    );
  }
  const Icon = offer.kind === 'category' ? LayoutGrid : offer.before ? History : Search;
  return (
    <span className="grid w-10 place-items-center text-muted">
      <Icon aria-hidden className="size-5" strokeWidth={1.75} />
    </span>
  );
}
