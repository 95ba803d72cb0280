import {
  formatAverage,
  formatDate,
  formatNumber,
  translator,
  type Locale,
  type Translator,
} from '@/lib/i18n';
import type { Deal, ListingCard, Swatch } from '@/lib/catalog/model';
import type { Money } from '@/lib/kernel/money';
import type { Picture } from '@/lib/media/model';

/** A listing with its words ready: the same for cards rendered on the server and cards that come as JSON. */
export type ListingView = {
  readonly productId: string;
  readonly slug: string;
  readonly title: string;
  readonly brand: string | null;
  readonly image: Picture | null;
  readonly price: Money | null;
  /** `From`, before the price. */
  readonly priceLead: string | null;
  readonly former: { readonly price: Money; readonly label: string } | null;
  readonly deal: DealView | null;
  readonly rating: { readonly average: string; readonly label: string; readonly count: string } | null;
  /** The one thing to know besides the price. */
  readonly note: { readonly text: string; readonly tone: 'positive' | 'sale' | 'muted' } | null;
  readonly swatches: readonly Swatch[];
  readonly swatchesLabel: string;
  readonly saveLabel: string;
};

export type DealView = {
  /** `−25%`. */
  readonly off: string;
  readonly end: DealEnd | null;
};

export type DealEnd = {
  readonly at: string;
  /** `Ends 3 Dec`. */
  readonly label: string;
  /** `Ends {time}`, for the browser, which knows what time it is. */
  readonly template: string;
};

/** Lists are remembered for a moment (`lib/search`), and finding words for one takes longer than the rest of an answer. */
const presented: Readonly<Record<Locale, WeakMap<ListingCard, ListingView>>> = { en: new WeakMap() };

/** Puts a listing into words of `locale`; the same listing again costs nothing. Server only. */
export function presentListing(card: ListingCard, locale: Locale): ListingView {
  const known = presented[locale].get(card);
  if (known) return known;
  const view = inWords(card, locale);
  presented[locale].set(card, view);
  return view;
}

function inWords(card: ListingCard, locale: Locale): ListingView {
  const t = translator(locale, 'catalog');
  return {
    productId: card.productId,
    slug: card.slug,
    title: card.title,
    brand: card.brand,
    image: card.image,
    price: card.price,
    priceLead: card.priceVaries ? t('card.from') : null,
    former: card.compareAt && { price: card.compareAt, label: t('card.before') },
    deal: card.deal && presentDeal(card.deal, locale),
    rating: presentRating(card, t, locale),
    note: presentNote(card, t),
    swatches: card.swatchCount > 1 ? card.swatches : [],
    swatchesLabel: t('card.colours', { count: card.swatchCount }),
    saveLabel: t('card.save', { title: card.title }),
  };
}

/** A reduction in words. */
export function presentDeal(deal: Deal, locale: Locale): DealView {
  const t = translator(locale, 'catalog');
  const off = t('card.percentOff', { percent: deal.percentOff });
  if (deal.endsAt === null) return { off, end: null };
  const label = t('card.ends', { time: formatDate(deal.endsAt, locale, 'dayMonth') });
  return { off, end: { at: deal.endsAt, label, template: t('card.ends', { time: '{time}' }) } };
}

function presentRating(
  { rating }: ListingCard,
  t: Translator<'catalog'>,
  locale: Locale,
): ListingView['rating'] {
  if (!rating || rating.count === 0) return null;
  const average = formatAverage(rating.average, locale);
  const count = t('card.ratingCount', { count: rating.count });
  return {
    average,
    label: `${t('card.rating', { average })}, ${count}`,
    count: `(${formatNumber(rating.count, locale)})`,
  };
}

function presentNote(card: ListingCard, t: Translator<'catalog'>): ListingView['note'] {
  switch (card.availability) {
    case 'unavailable':
      return { text: t('card.unavailable'), tone: 'muted' };
    case 'out_of_stock':
      return { text: t('card.outOfStock'), tone: 'muted' };
    case 'few_left':
      return { text: t('card.stockLeft', { count: card.stockLeft ?? 1 }), tone: 'sale' };
    case 'in_stock':
      return card.freeDelivery ? { text: t('card.freeDelivery'), tone: 'positive' } : null;
  }
}
