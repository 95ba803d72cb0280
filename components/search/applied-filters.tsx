import { X } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { formatMoney, type Locale, type Translator } from '@/lib/i18n';
import type { Currency } from '@/lib/kernel/money';
import {
  listingSearch,
  narrow,
  NO_FILTER,
  toggleChoice,
  type Facet,
  type ListingPlace,
  type ListingQuery,
} from '@/lib/search/model';

type AppliedFiltersProps = {
  query: ListingQuery;
  facets: readonly Facet[];
  path: string;
  place: ListingPlace;
  currency: Currency;
  locale: Locale;
  t: Translator<'search'>;
};

type Applied = { readonly name: string; readonly without: ListingQuery };

/** What narrows the list, each removable by itself. */
export function AppliedFilters({ query, facets, path, place, currency, locale, t }: AppliedFiltersProps) {
  const applied = listApplied(query, facets, currency, locale, t);
  if (applied.length === 0) return null;
  const href = (to: ListingQuery) => path + listingSearch(to, currency, place);
  return (
    <ul aria-label={t('filters.applied')} className="flex flex-wrap items-center gap-2">
      {applied.map(({ name, without }) => (
        <li key={name}>
          <Link
            href={href(without)}
            rel="nofollow"
            aria-label={t('filters.remove', { name })}
            className="touch flex min-h-9 items-center gap-1.5 rounded-full bg-ink ps-3 pe-2 text-sm text-surface transition hover:opacity-85"
          >
            {name}
            <X aria-hidden className="size-4" />
          </Link>
        </li>
      ))}
      <li>
        <Link href={href(narrow(query, NO_FILTER))} className="touch px-2 text-sm underline">
          {t('filters.clear')}
        </Link>
      </li>
    </ul>
  );
}

function listApplied(
  query: ListingQuery,
  facets: readonly Facet[],
  currency: Currency,
  locale: Locale,
  t: Translator<'search'>,
): Applied[] {
  const { filter } = query;
  const applied = Object.entries(filter.choices).flatMap(([key, values]) =>
    values.map((value) => ({ name: labelOf(facets, key, value), without: toggleChoice(query, key, value) })),
  );
  if (filter.minPriceMinor !== null || filter.maxPriceMinor !== null) {
    const price = (amountMinor: number) => formatMoney({ amountMinor, currency }, locale);
    applied.push({
      name: priceInWords(filter.minPriceMinor, filter.maxPriceMinor, price, t),
      without: narrow(query, { minPriceMinor: null, maxPriceMinor: null }),
    });
  }
  if (filter.minStars !== null) {
    applied.push({
      name: t('filters.starsUp', { stars: filter.minStars }),
      without: narrow(query, { minStars: null }),
    });
  }
  if (filter.inStock)
    applied.push({ name: t('filters.inStock'), without: narrow(query, { inStock: false }) });
  if (filter.onSale) applied.push({ name: t('filters.onSale'), without: narrow(query, { onSale: false }) });
  return applied;
}

function labelOf(facets: readonly Facet[], key: string, value: string): string {
  const facet = facets.find((candidate) => candidate.kind === 'choice' && candidate.key === key);
  const choice = facet?.kind === 'choice' ? facet.choices.find((known) => known.value === value) : undefined;
  return choice?.label ?? value;
}

function priceInWords(
  fromMinor: number | null,
  toMinor: number | null,
  price: (amountMinor: number) => string,
  t: Translator<'search'>,
): string {
  if (fromMinor !== null && toMinor !== null) {
    return t('filters.priceBetween', { from: price(fromMinor), to: price(toMinor) });
  }
  return fromMinor !== null
    ? t('filters.priceFrom', { from: price(fromMinor) })
    : t('filters.priceTo', { to: price(toMinor ?? 0) });
}
