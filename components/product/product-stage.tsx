'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { rememberViewed } from '@/components/catalog/viewed-products';
import { buttonClass } from '@/components/ui/button';
import { Price } from '@/components/ui/price';
import { opens } from '@/components/ui/sheet';
import { WishlistButton } from '@/components/wishlist/wishlist-button';
import type { GalleryPicture } from '@/lib/media/model';
import type { AddToCart } from './add-to-cart-form';
import { BUY_FORM, BuyBox, type BuyBoxWords } from './buy-box';
import { chooseVariant } from './choose-variant';
import { Gallery, type GalleryWords } from './gallery';
import { OFFER_SHEET, OfferList, type OfferListWords } from './offer-list';
import { OptionPicker, type OptionWords } from './option-picker';
import type { ChoiceView } from './present-product';

export type ProductStageWords = {
  gallery: GalleryWords;
  buy: BuyBoxWords;
  offers: OfferListWords;
  option: OptionWords;
  save: string;
};

type ProductStageProps = {
  product: { readonly productId: string; readonly slug: string; readonly title: string };
  pictures: readonly GalleryPicture[];
  choices: ChoiceView;
  addToCart: AddToCart;
  locale: string;
  words: ProductStageWords;
  /** Title and rating, above the choices. */
  head: ReactNode;
  /** What follows the pictures. */
  children: ReactNode;
};

/** The parameter that names a variant in the address. The page itself is the same for all of them. */
const VARIANT = 'v';

/** What changes with the choice of a variant: pictures, price, offers, and the button that buys it. */
export function ProductStage({
  product,
  pictures,
  choices: { options, variants },
  addToCart,
  locale,
  words,
  head,
  children,
}: ProductStageProps) {
  const [variantId, setVariantId] = useState<string | null>(null);
  const variant = variants.find((candidate) => candidate.variantId === variantId) ?? variants[0];
  const offer = variant?.offers[0];

  useEffect(() => {
    setVariantId(new URLSearchParams(window.location.search).get(VARIANT));
    rememberViewed({ slug: product.slug, title: product.title, image: pictures[0] ?? null });
  }, [product, pictures]);

  const choose = (key: string, value: string) => {
    if (!variant) return;
    const next = chooseVariant(variants, variant, key, value);
    setVariantId(next.variantId);
    const address = new URL(window.location.href);
    address.searchParams.set(VARIANT, next.variantId);
    window.history.replaceState(null, '', address);
  };

  const wish = (
    <WishlistButton productId={product.productId} label={words.save} className="size-11 border border-edge" />
  );
  return (
    <div className="product-stage" data-viewed={`${product.productId} ${offer?.offerId ?? ''}`}>
      <div className="product-gallery">
        <Gallery pictures={pictures} words={words.gallery} shown={variant?.pictureIndex ?? 0} />
      </div>
      <div className="product-panel">
        {head}
        {options.map((option) => (
          <OptionPicker
            key={option.key}
            option={option}
            variants={variants}
            choice={variant?.choice ?? {}}
            pictures={pictures}
            locale={locale}
            words={words.option}
            onChoose={(value) => choose(option.key, value)}
          />
        ))}
        <BuyBox offer={offer} action={addToCart} locale={locale} words={words.buy} aside={wish} />
        {variant?.others && (
          <>
            <button type="button" {...opens(OFFER_SHEET)} className={buttonClass({ wide: true })}>
              {variant.others}
            </button>
            <OfferList
              offers={variant.offers}
              action={addToCart}
              locale={locale}
              words={{ ...words.buy, ...words.offers }}
            />
          </>
        )}
      </div>
      <div className="product-rest">{children}</div>
      {offer && offer.most > 0 && (
        <div className="buy-bar">
          <div className="min-w-0 flex-1">
            <Price money={offer.price} locale={locale} className={offer.former ? 'text-sale' : undefined} />
            <p className="truncate text-xs text-muted">{offer.delivery}</p>
          </div>
          <button form={BUY_FORM} className={buttonClass({ variant: 'primary', size: 'large' })}>
            {words.buy.add}
          </button>
        </div>
      )}
    </div>
  );
}
