'use client';

import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Price } from '@/components/ui/price';
import { Sheet } from '@/components/ui/sheet';
import { AddToCartForm, type AddToCart } from './add-to-cart-form';
import { OfferFacts, type BuyBoxWords } from './buy-box';
import type { OfferView } from './present-product';

export const OFFER_SHEET = 'all-offers';

export type OfferListWords = { title: string; close: string };

type OfferListProps = {
  offers: readonly OfferView[];
  action: AddToCart;
  locale: string;
  words: OfferListWords & BuyBoxWords;
};

/** Every seller's offer of the chosen variant, in the order the buy box is decided by. */
export function OfferList({ offers, action, locale, words }: OfferListProps) {
  return (
    <Sheet id={OFFER_SHEET} title={words.title} closeLabel={words.close}>
      <ul className="divide-y divide-line">
        {offers.map((offer) => (
          <li key={offer.offerId} className="grid gap-3 py-4 first:pt-0">
            <p className="flex items-center justify-between gap-3">
              <Price money={offer.price} locale={locale} />
              <Badge tone={offer.isNew ? 'neutral' : 'warning'}>{offer.condition}</Badge>
            </p>
            <OfferFacts offer={offer} locale={locale} soldBy={words.soldBy} />
            {offer.most > 0 ? (
              <AddToCartForm offerId={offer.offerId} action={action} words={words}>
                {(pending) => (
                  <button aria-busy={pending} className={buttonClass({ wide: true })}>
                    {words.add}
                  </button>
                )}
              </AddToCartForm>
            ) : (
              <p className="text-sm text-muted">{offer.stock.text}</p>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
