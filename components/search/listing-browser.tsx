import { SearchX, SlidersHorizontal } from '@/components/ui/icons';
import { ListingGrid } from '@/components/catalog/listing-grid';
import { buttonClass, ButtonLink } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Select } from '@/components/ui/input';
import { Link } from '@/components/ui/link';
import { opens } from '@/components/ui/sheet';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import type { Locale, Translator } from '@/lib/i18n';
import type { Currency } from '@/lib/kernel/money';
import {
  countFilters,
  LISTING_SORTS,
  listingSearch,
  narrow,
  NO_FILTER,
  type Count,
  type ListingPlace,
  type ListingQuery,
  type ListingResult,
} from '@/lib/search/model';
import { AppliedFilters } from './applied-filters';
import { FILTER_FORM, FILTER_SHEET, FilterPanel } from './filter-panel';

type ListingBrowserProps = {
  result: ListingResult;
  query: ListingQuery;
  /** The list's address without its query. */
  path: string;
  /** What the path already says. */
  place: ListingPlace;
  currency: Currency;
  locale: Locale;
};

/** A list with everything to narrow and order it: beside it on wide screens, in a sheet on phones. */
export async function ListingBrowser({ result, query, path, place, currency, locale }: ListingBrowserProps) {
  const t = await words('search');
  const shared = { query, path, place, currency, locale, t };
  const search = listingSearch({ ...query, cursor: null }, currency, place);
  const filters = countFilters(query.filter);
  return (
    <div className="md:grid md:grid-cols-[15rem_minmax(0,1fr)] md:gap-8 lg:grid-cols-[16.5rem_minmax(0,1fr)]">
      <FilterPanel facets={result.facets} {...shared} />
      <div className="listing-results">
        <h2 className="sr-only">{t('results.heading')}</h2>
        <div className="filter-bar">
          <button
            type="button"
            {...opens(FILTER_SHEET)}
            className={classNames(buttonClass({ size: 'small' }), 'md:hidden')}
          >
            <SlidersHorizontal aria-hidden className="size-4" />
            {t('filters.title')}
            {filters > 0 && (
              <span className="grid size-5 place-items-center rounded-full bg-ink text-xs text-surface">
                {filters}
              </span>
            )}
          </button>
          <QuickFilters {...shared} />
          <p className="text-sm whitespace-nowrap text-muted tabular-nums max-md:hidden" role="status">
            {countInWords(result.total, t)}
          </p>
          <label className="ms-auto flex shrink-0 items-center gap-2 text-sm whitespace-nowrap">
            <span className="max-md:sr-only">{t('sort.label')}</span>
            <Select
              name="sort"
              form={FILTER_FORM}
              defaultValue={query.sort}
              key={query.sort}
              className="[&>select]:field-sizing-content [&>select]:min-h-9 [&>select]:py-1 [&>select]:text-sm [&>svg]:top-2"
            >
              {LISTING_SORTS.map((sort) => (
                <option key={sort} value={sort === 'relevance' ? '' : sort}>
                  {t(`sort.${sort === 'relevance' && !query.text ? 'popular' : sort}`)}
                </option>
              ))}
            </Select>
          </label>
        </div>
        <div className="mb-5 grid gap-3">
          <p className="text-sm text-muted tabular-nums md:hidden">{countInWords(result.total, t)}</p>
          <AppliedFilters facets={result.facets} {...shared} />
        </div>
        {result.cards.length > 0 ? (
          <ListingGrid
            page={result}
            locale={locale}
            address={path + search}
            source={sourceOf(query, currency)}
          />
        ) : (
          <EmptyState
            icon={<SearchX aria-hidden />}
            title={t('results.emptyTitle')}
            action={
              filters > 0 ? (
                <ButtonLink
                  href={path + listingSearch(narrow(query, NO_FILTER), currency, place)}
                  variant="primary"
                >
                  {t('results.clearFilters')}
                </ButtonLink>
              ) : (
                <ButtonLink href="/browse" variant="primary">
                  {t('results.emptyAction')}
                </ButtonLink>
              )
            }
          >
            {nothingInWords(query, filters, t)}
          </EmptyState>
        )}
      </div>
    </div>
  );
}

type Shared = {
  query: ListingQuery;
  path: string;
  place: ListingPlace;
  currency: Currency;
  t: Translator<'search'>;
};

/** What people narrow by most, one tap away on phones. */
function QuickFilters({ query, path, place, currency, t }: Shared) {
  const flags = ['inStock', 'onSale'] as const;
  return flags.map((flag) => {
    const on = query.filter[flag];
    return (
      <Link
        key={flag}
        href={path + listingSearch(narrow(query, { [flag]: !on }), currency, place)}
        rel="nofollow"
        aria-current={on || undefined}
        className={classNames(
          'touch inline-flex min-h-9 shrink-0 items-center rounded-md border px-3 text-sm md:hidden',
          on ? 'border-ink bg-ink text-surface' : 'border-edge bg-raised',
        )}
      >
        {t(`filters.${flag}`)}
      </Link>
    );
  });
}

/** Why there is nothing: too many filters, words that nothing has, or a place where nothing is. */
function nothingInWords({ text }: ListingQuery, filters: number, t: Translator<'search'>): string {
  if (filters > 0) return t('results.emptyFiltered');
  return text ? t('results.emptyText', { text }) : t('results.emptyPlace');
}

function countInWords({ value, exact }: Count, t: Translator<'search'>): string {
  return exact ? t('results.count', { count: value }) : t('results.countOver', { count: value });
}

/** The same list as JSON, whole in its query. */
function sourceOf(query: ListingQuery, currency: Currency): string {
  const seller = query.sellerSlug ? `seller=${encodeURIComponent(query.sellerSlug)}` : '';
  const search = listingSearch({ ...query, cursor: null }, currency);
  return `/api/listings${search || (seller && '?')}${search && seller ? '&' : ''}${seller}`;
}
