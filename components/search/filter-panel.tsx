import { X } from '@/components/ui/icons';
import { buttonClass, ButtonLink } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import type { Locale, Translator } from '@/lib/i18n';
import type { Currency } from '@/lib/kernel/money';
import {
  listingSearch,
  narrow,
  NO_FILTER,
  type Facet,
  type ListingPlace,
  type ListingQuery,
} from '@/lib/search/model';
import { FacetFields } from './facets';
import { FilterForm } from './filter-form';

export const FILTER_FORM = 'filter-form';
export const FILTER_SHEET = 'filter-sheet';

type FilterPanelProps = {
  facets: readonly Facet[];
  query: ListingQuery;
  path: string;
  place: ListingPlace;
  currency: Currency;
  locale: Locale;
  t: Translator<'search'>;
};

/**
 * The filters, once: a native dialog that phones open as a sheet, and that wide screens show in place, as a
 * column beside the list (`.filter-sheet` in the style sheet).
 */
export function FilterPanel({ facets, query, path, place, currency, locale, t }: FilterPanelProps) {
  return (
    <dialog id={FILTER_SHEET} closedby="any" aria-label={t('filters.title')} className="sheet filter-sheet">
      <div className="flex items-center justify-between border-b border-line py-2 ps-5 pe-2 md:hidden">
        <h2 className="text-lg">{t('filters.title')}</h2>
        <form method="dialog">
          <button aria-label={t('filters.close')} className="grid size-11 place-items-center rounded-full">
            <X aria-hidden className="size-5" />
          </button>
        </form>
      </div>
      <div className="overflow-y-auto overscroll-contain px-5 md:px-0">
        <FilterForm
          // What is chosen comes from the address: another address is another form.
          key={listingSearch(query, currency)}
          id={FILTER_FORM}
          sheetId={FILTER_SHEET}
          action={path}
          locale={locale}
        >
          {query.text && <input type="hidden" name="q" value={query.text} />}
          {query.categoryPath && place.categoryPath === undefined && (
            <input type="hidden" name="in" value={query.categoryPath} />
          )}
          {facets.map((facet) => (
            <FacetFields
              key={'key' in facet ? facet.key : facet.kind}
              facet={facet}
              query={query}
              locale={locale}
              t={t}
            />
          ))}
          <noscript>
            <button className={classNames(buttonClass({ variant: 'primary', wide: true }), 'my-4')}>
              {t('filters.show')}
            </button>
          </noscript>
        </FilterForm>
      </div>
      <div className="flex gap-3 border-t border-line px-5 pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] md:hidden">
        <ButtonLink href={path + listingSearch(narrow(query, NO_FILTER), currency, place)} rel="nofollow">
          {t('filters.clear')}
        </ButtonLink>
        <button form={FILTER_FORM} className={classNames(buttonClass({ variant: 'primary' }), 'flex-1')}>
          {t('filters.show')}
        </button>
      </div>
    </dialog>
  );
}
