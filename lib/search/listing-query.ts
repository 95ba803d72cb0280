// Not by its alias: next.config.ts reads this file, and the compiler of that file knows none.
import { currencyExponent, parseAmount, type Currency } from '../kernel/money';
import { storableText } from '../kernel/storable-text';

/** `relevance` means best match when there is text, most popular otherwise. */
export const LISTING_SORTS = ['relevance', 'newest', 'price_up', 'price_down', 'rating'] as const;

export type ListingSort = (typeof LISTING_SORTS)[number];

/** What narrows a list. Values of one facet are alternatives, facets add up, and one variant meets them all. */
export type ListingFilter = {
  /** Chosen values by facet key: `brand`, `seller` and the category's attributes. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly minPriceMinor: number | null;
  readonly maxPriceMinor: number | null;
  /** At least this many stars. */
  readonly minStars: number | null;
  readonly inStock: boolean;
  readonly onSale: boolean;
};

export const NO_FILTER: ListingFilter = {
  choices: {},
  minPriceMinor: null,
  maxPriceMinor: null,
  minStars: null,
  inStock: false,
  onSale: false,
};

/** A question every listing page asks, whichever engine answers. */
export type ListingQuery = {
  /** What was typed; empty on category pages. */
  readonly text: string;
  /** Only this category and those under it. */
  readonly categoryPath: string | null;
  /** Only what this seller offers. */
  readonly sellerSlug: string | null;
  readonly filter: ListingFilter;
  readonly sort: ListingSort;
  /** Where the page before ended (opaque, from `ListingPage.next`); null is the start. */
  readonly cursor: string | null;
};

/** What Next hands a page as `searchParams`, or anything of that shape. */
export type RawParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the address before the `?` already says. */
export type ListingPlace = { readonly categoryPath?: string; readonly sellerSlug?: string };

/**
 * The parameters that make an address differ from its bare path. An address that has one of them is
 * answered by the dynamic twin of a cached page (`next.config.ts`); any other parameter changes nothing.
 */
export const LISTING_PARAMETERS = [
  'q',
  'in',
  'f',
  'min',
  'max',
  'stars',
  'stock',
  'sale',
  'sort',
  'after',
] as const;

const CHOICE = /^([a-z][a-z0-9_]{0,39})\.(.{1,80})$/;
const CATEGORY_PATH = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/;
const MAX_TEXT = 120;
const MAX_CHOICES = 40;
const MAX_CURSOR = 400;

/**
 * Reads a query out of an address such as `?q=lamp&f=brand.Aalto&f=colour.Sage&min=10&stars=4`: choices are
 * `f=<facet>.<value>`, prices are in whole units of `currency`. What is malformed or unknown is left out and
 * never an error, so old, cut and hand-typed addresses keep working.
 */
export function parseListingQuery(
  parameters: RawParameters,
  currency: Currency,
  place: ListingPlace = {},
): ListingQuery {
  const sort = first(parameters.sort);
  const path = first(parameters.in);
  return {
    text: first(parameters.q).replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT),
    categoryPath: place.categoryPath ?? (CATEGORY_PATH.test(path) ? path : null),
    sellerSlug: place.sellerSlug ?? null,
    filter: {
      choices: parseChoices(parameters),
      minPriceMinor: parseAmount(first(parameters.min), currency),
      maxPriceMinor: parseAmount(first(parameters.max), currency),
      minStars: parseStars(first(parameters.stars)),
      inStock: first(parameters.stock) === '1',
      onSale: first(parameters.sale) === '1',
    },
    sort: LISTING_SORTS.find((known) => known === sort) ?? 'relevance',
    cursor: first(parameters.after).slice(0, MAX_CURSOR) || null,
  };
}

/**
 * The inverse: the `?…` of a query, or an empty string when it asks for nothing. Keys come in one order, so
 * that the same question always has the same address. `place` is left out, being in the path.
 */
export function listingSearch(query: ListingQuery, currency: Currency, place: ListingPlace = {}): string {
  const { filter } = query;
  const search = new URLSearchParams();
  const set = (key: string, value: string | null) => {
    if (value) search.append(key, value);
  };
  set('q', query.text);
  set('in', place.categoryPath === undefined ? query.categoryPath : null);
  for (const choice of formatChoices(filter.choices)) set('f', choice);
  set('min', formatBound(filter.minPriceMinor, currency));
  set('max', formatBound(filter.maxPriceMinor, currency));
  set('stars', filter.minStars === null ? null : String(filter.minStars));
  set('stock', filter.inStock ? '1' : null);
  set('sale', filter.onSale ? '1' : null);
  set('sort', query.sort === 'relevance' ? null : query.sort);
  set('after', query.cursor);
  const text = search.toString();
  return text ? `?${text}` : '';
}

/** How many things narrow the list; what the filter button shows. */
export function countFilters(filter: ListingFilter): number {
  const chosen = Object.values(filter.choices).reduce((sum, values) => sum + values.length, 0);
  const priced = filter.minPriceMinor !== null || filter.maxPriceMinor !== null;
  return (
    chosen +
    Number(priced) +
    Number(filter.minStars !== null) +
    Number(filter.inStock) +
    Number(filter.onSale)
  );
}

/** The query with one value of a facet turned on or off, from its start. */
export function toggleChoice(query: ListingQuery, key: string, value: string): ListingQuery {
  const before = query.filter.choices[key] ?? [];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  const { [key]: _, ...others } = query.filter.choices;
  return narrow(query, { choices: after.length === 0 ? others : { ...others, [key]: after } });
}

/** The query with parts of its filter replaced, from its start. */
export function narrow(query: ListingQuery, change: Partial<ListingFilter>): ListingQuery {
  return { ...query, cursor: null, filter: { ...query.filter, ...change } };
}

function parseChoices(parameters: RawParameters): Record<string, readonly string[]> {
  const choices: Record<string, string[]> = {};
  for (const choice of [...new Set(all(parameters.f))].sort().slice(0, MAX_CHOICES)) {
    const [, key, value] = CHOICE.exec(choice) ?? [];
    if (key && value) (choices[key] ??= []).push(value);
  }
  return choices;
}

function formatChoices(choices: ListingFilter['choices']): string[] {
  return Object.entries(choices)
    .flatMap(([key, values]) => values.map((value) => `${key}.${value}`))
    .sort();
}

function parseStars(text: string): number | null {
  return /^[1-4]$/.test(text) ? Number(text) : null;
}

function formatBound(amountMinor: number | null, currency: Currency): string | null {
  if (amountMinor === null) return null;
  const exponent = currencyExponent(currency);
  const digits = String(amountMinor).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = digits.slice(digits.length - exponent).replace(/0+$/, '');
  return fraction ? `${whole}.${fraction}` : whole;
}

function all(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return (typeof value === 'string' ? [value] : value).map(storableText);
}

function first(value: string | readonly string[] | undefined): string {
  return all(value)[0] ?? '';
}
