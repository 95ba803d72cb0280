'use client';

import { MessageCircle, RotateCcw, Store, Truck } from '@/components/ui/icons';
import type { ReactNode } from 'react';
import { TimeLeft } from '@/components/catalog/time-left';
import { buttonClass } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Link } from '@/components/ui/link';
import { FormerPrice, Price } from '@/components/ui/price';
import { QuantityStepper } from '@/components/ui/quantity-stepper';
import { Spinner } from '@/components/ui/spinner';
import { AddToCartForm, BUY_NOW, type AddToCart, type AddToCartWords } from './add-to-cart-form';
import { Arrival } from './arrival';
import { OfferPromotions } from './offer-promotions';
import type { OfferView } from './present-product';

export type BuyBoxWords = AddToCartWords & {
  add: string;
  now: string;
  tax: string;
  soldBy: string;
  ask: string;
  quantity: string;
  less: string;
  more: string;
  nobody: string;
  nobodyBody: string;
  soldOutBody: string;
};

export const BUY_FORM = 'buy';

const STOCK_TONES = { positive: 'text-positive', sale: 'text-sale', muted: 'text-muted' } as const;

type BuyBoxProps = {
  offer: OfferView | undefined;
  action: AddToCart;
  locale: string;
  words: BuyBoxWords;
  /** What else belongs beside the button. */
  aside: ReactNode;
};

/** The offer a product page sells by default, with everything to know before buying. */
export function BuyBox({ offer, action, locale, words, aside }: BuyBoxProps) {
  if (!offer) {
    return (
      <div className="grid gap-3 rounded-lg border border-line bg-raised p-5">
        <p className="font-strong">{words.nobody}</p>
        <p className="text-sm text-muted">{words.nobodyBody}</p>
        {aside}
      </div>
    );
  }
  return (
    <div className="grid gap-4 rounded-lg border border-line bg-raised p-4 md:p-5">
      <OfferPrice offer={offer} locale={locale} tax={words.tax} />
      <OfferFacts offer={offer} locale={locale} soldBy={words.soldBy} />
      <p className={classNames('font-strong', STOCK_TONES[offer.stock.tone])}>{offer.stock.text}</p>
      {offer.most > 0 ? (
        <AddToCartForm
          id={BUY_FORM}
          offerId={offer.offerId}
          action={action}
          words={words}
          className="grid gap-3"
        >
          {(pending) => (
            <>
              <div className="flex gap-3">
                <QuantityStepper
                  key={offer.offerId}
                  name="quantity"
                  max={offer.most}
                  initial={1}
                  labels={{ quantity: words.quantity, less: words.less, more: words.more }}
                />
                {aside}
              </div>
              <button
                aria-busy={pending}
                className={buttonClass({ variant: 'primary', size: 'large', wide: true })}
              >
                {pending && <Spinner />}
                {words.add}
              </button>
              <button name={BUY_NOW} className={buttonClass({ size: 'large', wide: true })}>
                {words.now}
              </button>
            </>
          )}
        </AddToCartForm>
      ) : (
        <>
          <p className="text-sm text-muted">{words.soldOutBody}</p>
          {aside}
        </>
      )}
      <OfferPromotions key={offer.offerId} offerId={offer.offerId} />
      <Link
        href={`/account/messages/ask?offer=${offer.offerId}`}
        className="touch inline-flex items-center gap-2 text-sm text-muted hover:text-ink hover:underline"
      >
        <MessageCircle aria-hidden className="size-4.5" />
        {words.ask}
      </Link>
    </div>
  );
}

function OfferPrice({ offer, locale, tax }: { offer: OfferView; locale: string; tax: string }) {
  const { price, former, deal } = offer;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3" aria-live="polite">
        <Price money={price} locale={locale} size="large" className={former ? 'text-sale' : undefined} />
        {former && <FormerPrice money={former.price} locale={locale} label={former.label} />}
        {deal && (
          <span className="rounded-sm bg-sale px-1.5 py-0.5 text-xs font-strong text-on-sale">
            {deal.off}
          </span>
        )}
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        {tax}
        {deal?.end && <TimeLeft end={deal.end} locale={locale} />}
      </p>
      {former && <p className="text-sm text-muted">{former.note}</p>}
    </div>
  );
}

/** Delivery, returns and seller of an offer, the same in the buy box and among all offers. */
export function OfferFacts({ offer, locale, soldBy }: { offer: OfferView; locale: string; soldBy: string }) {
  return (
    <ul className="grid gap-2 text-sm">
      <Fact icon={<Truck aria-hidden />}>
        <span className={offer.deliveryIsFree ? 'text-positive' : undefined}>{offer.delivery}</span>
        {' · '}
        <span className="font-strong">
          <Arrival arrival={offer.arrival} locale={locale} />
        </span>
      </Fact>
      <Fact icon={<RotateCcw aria-hidden />}>{offer.returns}</Fact>
      <Fact icon={<Store aria-hidden />}>
        {soldBy}{' '}
        <Link href={`/s/${offer.seller.slug}`} className="font-strong underline">
          {offer.seller.name}
        </Link>{' '}
        <span className="text-muted">{offer.seller.rating}</span>
      </Fact>
    </ul>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-2.5 [&>svg]:mt-0.5 [&>svg]:size-4.5 [&>svg]:shrink-0 [&>svg]:text-muted">
      {icon}
      <span className="min-w-0">{children}</span>
    </li>
  );
}
