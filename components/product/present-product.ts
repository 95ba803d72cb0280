import { presentDeal, type DealView } from '@/components/catalog/present-listing';
import { formatAverage, formatMoney, translator, type Locale, type Translator } from '@/lib/i18n';
import type { Offer, ProductOption, ProductPage, ProductVariant } from '@/lib/catalog/model';
import type { Money } from '@/lib/kernel/money';

/** Everything that can be chosen of a product, in ready words: what the browser needs to switch between them. */
export type ChoiceView = {
  readonly options: readonly ProductOption[];
  readonly variants: readonly VariantView[];
};

export type VariantView = Pick<ProductVariant, 'variantId' | 'choice' | 'pictureIndex'> & {
  /** The buy box first. */
  readonly offers: readonly OfferView[];
  /** `3 other offers from €12.00`; null when there is no other. */
  readonly others: string | null;
};

export type OfferView = {
  readonly offerId: string;
  readonly price: Money;
  /** The price a reduction is measured by, said for those who see it struck out and for those who do not. */
  readonly former: { readonly price: Money; readonly label: string; readonly note: string } | null;
  readonly deal: DealView | null;
  readonly condition: string;
  readonly isNew: boolean;
  readonly stock: { readonly text: string; readonly tone: 'positive' | 'sale' | 'muted' };
  /** How many can be bought at once; zero when it is sold out. */
  readonly most: number;
  readonly delivery: string;
  readonly deliveryIsFree: boolean;
  readonly arrival: ArrivalView;
  readonly returns: string;
  readonly seller: { readonly name: string; readonly slug: string; readonly rating: string };
};

/** Days until the door; dates are for the browser, which knows what day it is. */
export type ArrivalView = {
  readonly minDays: number;
  readonly maxDays: number;
  /** `In 3–5 days`. */
  readonly label: string;
  /** `Arrives {time}`. */
  readonly template: string;
};

/** The most of one offer a product page asks for at once. */
const MOST = 20;

const STOCK_TONES = { in_stock: 'positive', few_left: 'sale', out_of_stock: 'muted' } as const;

/** Puts the choices of a product into words of `locale`. Server only. */
export function presentChoices({ options, variants }: ProductPage, locale: Locale): ChoiceView {
  const t = translator(locale, 'product');
  return { options, variants: variants.map((variant) => presentVariant(variant, t, locale)) };
}

function presentVariant(variant: ProductVariant, t: Translator<'product'>, locale: Locale): VariantView {
  const others = variant.offers.slice(1);
  const lowest = others
    .map(({ price }) => price)
    .sort((one, other) => one.amountMinor - other.amountMinor)[0];
  return {
    variantId: variant.variantId,
    choice: variant.choice,
    pictureIndex: variant.pictureIndex,
    offers: variant.offers.map((offer) => presentOffer(offer, t, locale)),
    others: lowest ? t('offer.others', { count: others.length, price: formatMoney(lowest, locale) }) : null,
  };
}

function presentOffer(offer: Offer, t: Translator<'product'>, locale: Locale): OfferView {
  const { price, compareAt, delivery, seller, availability } = offer;
  const deliveryIsFree = delivery.amountMinor === 0;
  return {
    offerId: offer.offerId,
    price,
    former: compareAt && {
      price: compareAt,
      label: t('offer.before'),
      note: t('offer.lowest', { amount: formatMoney(compareAt, locale) }),
    },
    deal: offer.deal && presentDeal(offer.deal, locale),
    condition: t(`offer.condition.${offer.condition}`),
    isNew: offer.condition === 'new',
    stock: { text: stockInWords(offer, t), tone: STOCK_TONES[availability] },
    most: availability === 'out_of_stock' ? 0 : Math.min(MOST, offer.stockLeft ?? MOST),
    delivery: deliveryIsFree
      ? t('offer.freeDelivery')
      : t('offer.delivery', { price: formatMoney(delivery, locale) }),
    deliveryIsFree,
    arrival: presentArrival(offer, t),
    returns: offer.returnDays > 0 ? t('offer.returns', { days: offer.returnDays }) : t('offer.noReturns'),
    seller: {
      name: seller.name,
      slug: seller.slug,
      rating: seller.rating
        ? t('offer.sellerRating', {
            average: formatAverage(seller.rating.average, locale),
            count: seller.rating.count,
          })
        : t('offer.newSeller'),
    },
  };
}

function stockInWords({ availability, stockLeft }: Offer, t: Translator<'product'>): string {
  switch (availability) {
    case 'in_stock':
      return t('offer.inStock');
    case 'few_left':
      return t('offer.fewLeft', { count: stockLeft ?? 1 });
    case 'out_of_stock':
      return t('offer.outOfStock');
  }
}

function presentArrival({ deliveryDays: { min, max } }: Offer, t: Translator<'product'>): ArrivalView {
  const label = min === max ? t('offer.arrivesInOne', { days: max }) : t('offer.arrivesIn', { min, max });
  return { minDays: min, maxDays: max, label, template: t('offer.arrives', { time: '{time}' }) };
}
