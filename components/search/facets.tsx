import { ChevronDown } from '@/components/ui/icons';
import type { ReactNode } from 'react';
import { Checkbox, Radio } from '@/components/ui/input';
import { Stars } from '@/components/ui/rating';
import { Link } from '@/components/ui/link';
import { formatNumber, type Locale, type Translator } from '@/lib/i18n';
import { currencyExponent } from '@/lib/kernel/money';
import type {
  CategoryFacet,
  ChoiceFacet,
  Facet,
  FlagFacet,
  ListingQuery,
  PriceFacet,
  RatingFacet,
} from '@/lib/search/model';
import { PriceRange } from './price-range';

type FacetProps<F extends Facet> = {
  facet: F;
  query: ListingQuery;
  locale: Locale;
  t: Translator<'search'>;
};

/** Choices shown before the rest is asked for. */
const SHOWN = 7;

/** One way to narrow the list, as the fields of the filter form that say it. */
export function FacetFields({ facet, ...rest }: FacetProps<Facet>) {
  switch (facet.kind) {
    case 'choice':
      return <ChoiceFields facet={facet} {...rest} />;
    case 'price':
      return <PriceFields facet={facet} {...rest} />;
    case 'rating':
      return <RatingFields facet={facet} {...rest} />;
    case 'flag':
      return <FlagField facet={facet} {...rest} />;
    case 'category':
      return <CategoryLinks facet={facet} {...rest} />;
  }
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details open className="group border-b border-line py-1 last:border-0">
      <summary className="flex min-h-11 items-center justify-between gap-2 font-strong">
        {title}
        <ChevronDown aria-hidden className="size-5 text-muted transition group-open:rotate-180" />
      </summary>
      <fieldset className="pb-3">
        <legend className="sr-only">{title}</legend>
        {children}
      </fieldset>
    </details>
  );
}

function ChoiceFields({ facet, query, locale, t }: FacetProps<ChoiceFacet>) {
  const chosen = query.filter.choices[facet.key] ?? [];
  const choices = facet.choices.map(({ value, label, hex, count }) => (
    <Checkbox
      key={value}
      name="f"
      value={`${facet.key}.${value}`}
      defaultChecked={chosen.includes(value)}
      label={hex ? <ColourName hex={hex} name={label} /> : label}
      aside={formatNumber(count, locale)}
      className="md:min-h-9 md:py-1.5"
    />
  ));
  return (
    <Group title={facet.label}>
      {choices.slice(0, SHOWN)}
      {choices.length > SHOWN && (
        <details className="group/more">
          <summary className="flex min-h-11 items-center text-sm text-muted underline group-open/more:hidden">
            {t('filters.more', { count: choices.length })}
          </summary>
          {choices.slice(SHOWN)}
        </details>
      )}
    </Group>
  );
}

function ColourName({ hex, name }: { hex: string; name: string }) {
  return (
    <span className="flex items-center gap-2">
      <span className="size-4 shrink-0 rounded-full border border-edge" style={{ backgroundColor: hex }} />
      {name}
    </span>
  );
}

function PriceFields({ facet, query, t }: FacetProps<PriceFacet>) {
  const unit = 10 ** currencyExponent(facet.currency);
  const highest = Math.max(1, ...facet.buckets.map(({ count }) => count));
  const { minPriceMinor, maxPriceMinor } = query.filter;
  return (
    <Group title={t('filters.price')}>
      <PriceRange
        min={Math.floor(facet.minMinor / unit)}
        max={Math.ceil(facet.maxMinor / unit)}
        from={minPriceMinor === null ? '' : String(minPriceMinor / unit)}
        to={maxPriceMinor === null ? '' : String(maxPriceMinor / unit)}
        bars={facet.buckets.map(({ count }) => count / highest)}
        labels={{ from: t('filters.from'), to: t('filters.to'), range: t('filters.priceRange') }}
      />
    </Group>
  );
}

function RatingFields({ facet, query, locale, t }: FacetProps<RatingFacet>) {
  return (
    <Group title={t('filters.rating')}>
      {facet.steps.map(({ stars, count }) => (
        <Radio
          key={stars}
          name="stars"
          value={stars}
          defaultChecked={query.filter.minStars === stars}
          label={<Stars value={stars} label={t('filters.starsUp', { stars })} />}
          aside={formatNumber(count, locale)}
          className="md:min-h-9 md:py-1.5"
        />
      ))}
      <Radio
        name="stars"
        value=""
        defaultChecked={query.filter.minStars === null}
        label={t('filters.anyRating')}
        className="md:min-h-9 md:py-1.5"
      />
    </Group>
  );
}

const FLAG_NAMES = { inStock: 'stock', onSale: 'sale' } as const;

function FlagField({ facet, query, locale, t }: FacetProps<FlagFacet>) {
  return (
    <Checkbox
      name={FLAG_NAMES[facet.key]}
      value="1"
      defaultChecked={query.filter[facet.key]}
      label={t(`filters.${facet.key}`)}
      aside={formatNumber(facet.count, locale)}
      className="md:min-h-9 md:py-1.5"
    />
  );
}

/** Categories are places to go on from, not boxes to tick. */
function CategoryLinks({ facet, query, locale, t }: FacetProps<CategoryFacet>) {
  return (
    <Group title={t('filters.category')}>
      <ul>
        {facet.categories.map(({ name, path, count }) => (
          <li key={path}>
            <Link
              href={`/c/${path}${query.text ? `?q=${encodeURIComponent(query.text)}` : ''}`}
              className="flex min-h-11 items-center justify-between gap-3 hover:underline md:min-h-9"
            >
              {name}
              <span className="text-sm text-muted tabular-nums">{formatNumber(count, locale)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Group>
  );
}
