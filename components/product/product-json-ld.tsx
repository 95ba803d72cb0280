import { JsonLd } from '@/components/shop/json-ld';
import type { Offer, ProductPage } from '@/lib/catalog/model';
import { currencyExponent, type Money } from '@/lib/kernel/money';
import { pictureUrl } from '@/lib/media/model';

const AVAILABILITY = {
  in_stock: 'https://schema.org/InStock',
  few_left: 'https://schema.org/LimitedAvailability',
  out_of_stock: 'https://schema.org/OutOfStock',
} as const;

const CONDITION = {
  new: 'https://schema.org/NewCondition',
  refurbished: 'https://schema.org/RefurbishedCondition',
  used: 'https://schema.org/UsedCondition',
} as const;

/** The product as search engines read it. `origin` is where the shop is. */
export function ProductJsonLd({ product, origin }: { product: ProductPage; origin: string }) {
  const { rating, brand, gallery, variants } = product;
  const url = `${origin}/p/${product.slug}`;
  const gtin = variants.length === 1 ? variants[0]?.gtin : undefined;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title,
    url,
    description: product.description.join(' ') || product.title,
    image: gallery.map(
      (picture) => origin + pictureUrl(picture, picture.widths.at(-1) ?? picture.width, 'webp'),
    ),
    ...(brand && { brand: { '@type': 'Brand', name: brand.name } }),
    ...(gtin && { gtin }),
    ...(rating && {
      aggregateRating: { '@type': 'AggregateRating', ratingValue: rating.average, reviewCount: rating.count },
    }),
    offers: variants.flatMap(({ offers }) => offers.slice(0, 1)).map((offer) => offerData(offer, url)),
  };
  return <JsonLd data={data} />;
}

function offerData(offer: Offer, url: string) {
  return {
    '@type': 'Offer',
    url,
    price: decimal(offer.price),
    priceCurrency: offer.price.currency,
    availability: AVAILABILITY[offer.availability],
    itemCondition: CONDITION[offer.condition],
    seller: { '@type': 'Organization', name: offer.seller.name },
  };
}

/** `12.50`: what schema.org wants, in every locale. */
function decimal({ amountMinor, currency }: Money): string {
  const exponent = currencyExponent(currency);
  const digits = String(amountMinor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
