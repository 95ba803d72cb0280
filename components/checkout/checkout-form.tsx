'use client';

import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { EmailField } from '@/components/ui/field';
import { Checkbox } from '@/components/ui/input';
import { FormStatus } from '@/components/ui/state';
import type { SavedAddress } from '@/lib/customers/model';
import type { Destination } from '@/lib/pricing/model';
import { AddressStep, NEW_ADDRESS, type AddressStepWords } from './address-step';
import { keepTyped, recallTyped, type Typed } from './checkout-form-state';
import { CheckoutSection } from './checkout-section';
import { DeliveryChoices, type ParcelChoices } from './delivery-choices';
import type { StripeSource } from './payment-element';
import { PlaceBar, type PlaceBarWords } from './place-bar';
import type { SavedCardChoice } from './saved-card';
import { usePurchase, type PurchaseQuote, type PurchaseWords } from './use-purchase';
import { useQuoteChoices } from './use-quote-choices';
import { WayToPay, type WayToPayWords } from './way-to-pay';

export type CheckoutFormWords = {
  readonly contact: string;
  readonly email: string;
  readonly emailHint: string;
  /** Where a signed-in person's receipt goes. */
  readonly receipt: string;
  readonly addressTitle: string;
  readonly address: AddressStepWords;
  readonly delivery: string;
  readonly paymentTitle: string;
  /** Where store credit pays for everything. */
  readonly nothingToPay: string;
  readonly payment: WayToPayWords;
  readonly purchase: PurchaseWords;
  readonly place: PlaceBarWords;
};

type CheckoutFormProps = {
  quote: PurchaseQuote;
  parcels: readonly ParcelChoices[];
  source: StripeSource;
  /** Null for a guest, who types one. */
  email: string | null;
  addresses: readonly SavedAddress[];
  cards: readonly SavedCardChoice[];
  /** `Use €20.00 of store credit`; null where there is none to use. */
  creditLabel: string | null;
  countries: readonly { readonly code: string; readonly name: string }[];
  /** Where the quote is for. */
  country: string;
  locale: string;
  words: CheckoutFormWords;
  /** Rendered by the server, anew with every quote. */
  signIn: ReactNode;
  review: ReactNode;
  promotion: ReactNode;
  totals: ReactNode;
  terms: ReactNode;
};

/** The whole checkout on one page; whatever is refused, what was typed stays. */
export function CheckoutForm(props: CheckoutFormProps) {
  const { quote, parcels, source, email, addresses, cards, country, locale, words } = props;
  const form = useRef<HTMLFormElement>(null);
  const [addressId, setAddressId] = useState(addresses[0]?.addressId ?? NEW_ADDRESS);
  const { quoting, choose, quoteAgain } = useQuoteChoices();
  const typed = useTyped((recalled) => {
    if (addressId !== NEW_ADDRESS || !recalled.country) return;
    choose({ destination: { country: recalled.country, postalCode: recalled.postalCode ?? '' } });
  });
  const purchase = usePurchase({
    ...{ form, quote, cards, source, locale, quoteAgain },
    buyer: { email, addressId, addresses },
    words: words.purchase,
  });
  const { fields, isPlaced, stage } = purchase;
  const blocked = isPlaced ? null : quote.blocked;

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    keepTyped(event.currentTarget);
    const { target } = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
      purchase.forgive(target.name);
    if ('name' in target && (target.name === 'country' || target.name === 'postalCode')) {
      choose({ destination: typedDestination(event.currentTarget) });
    }
  };
  const chooseAddress = (chosen: string) => {
    setAddressId(chosen);
    choose({ destination: addresses.find((address) => address.addressId === chosen) });
  };

  return (
    <div className="grid items-start gap-8 md:grid-cols-[1fr_24rem] lg:gap-14">
      <form
        ref={form}
        id="checkout"
        noValidate
        onInput={onInput}
        onSubmit={(event) => {
          event.preventDefault();
          void purchase.submit();
        }}
        className="grid min-w-0 gap-10"
      >
        {/* An order that is placed cannot be changed any more, only paid. */}
        <fieldset disabled={isPlaced} className="contents">
          <CheckoutSection step={1} title={words.contact}>
            {email === null ? (
              <>
                <div>{props.signIn}</div>
                <EmailField
                  key={typed ? 'recalled' : 'fresh'}
                  name="email"
                  autoComplete="email"
                  required
                  label={words.email}
                  hint={words.emailHint}
                  defaultValue={typed?.email}
                  error={fields.email}
                />
              </>
            ) : (
              <p>{words.receipt}</p>
            )}
          </CheckoutSection>
          <CheckoutSection step={2} title={words.addressTitle}>
            <AddressStep
              key={typed ? 'recalled' : 'fresh'}
              addresses={addresses}
              chosen={addressId}
              onChoose={chooseAddress}
              countries={props.countries}
              error={(field) => fields[`address.${field}`]}
              typed={(field) => typed?.[field] ?? (field === 'country' ? country : undefined)}
              words={words.address}
            />
          </CheckoutSection>
          <CheckoutSection step={3} title={words.delivery}>
            {parcels.map((parcel) => (
              <DeliveryChoices
                key={`${parcel.sellerId} ${country}`}
                parcel={parcel}
                onChoose={(delivery) => choose({ delivery })}
              />
            ))}
          </CheckoutSection>
        </fieldset>
        <CheckoutSection step={4} title={words.paymentTitle}>
          {quote.toPay.amountMinor === 0 ? (
            <p>{words.nothingToPay}</p>
          ) : (
            <WayToPay
              source={source}
              purchase={{ ...quote.toPay, saveCard: purchase.saveCard }}
              cards={cards}
              chosen={purchase.card}
              onChoose={purchase.chooseCard}
              onSaveCard={email !== null && !isPlaced ? purchase.setSaveCard : null}
              element={purchase.element}
              words={words.payment}
            />
          )}
        </CheckoutSection>
      </form>
      <aside className="grid min-w-0 gap-5 rounded-lg border border-line bg-raised p-5 md:sticky md:top-[calc(var(--top-bar)+1.5rem)] md:p-6">
        <div>{props.review}</div>
        <div hidden={isPlaced}>{props.promotion}</div>
        {props.creditLabel !== null && !isPlaced && (
          <Checkbox
            checked={quote.useCredit}
            onChange={(event) => choose({ useCredit: event.target.checked })}
            label={props.creditLabel}
          />
        )}
        <div>{props.totals}</div>
        <FormStatus kind="warning">{purchase.notice}</FormStatus>
        {/* What blocks the order is said by the bar itself. */}
        <FormStatus kind="error">{blocked === null && purchase.problem}</FormStatus>
        <PlaceBar
          total={quote.toPay}
          taxIsKnown={quote.taxIsKnown}
          locale={locale}
          stage={quoting && stage === 'idle' ? 'quoting' : stage}
          blocked={blocked}
          words={words.place}
        />
        <div>{props.terms}</div>
      </aside>
    </div>
  );
}

function typedDestination(form: HTMLFormElement): Destination {
  const typed = new FormData(form);
  const text = (name: string) => {
    const value = typed.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { country: text('country'), postalCode: text('postalCode') };
}

/** What was typed before a reload: known only in the browser, so it arrives once, before anybody can have typed. */
function useTyped(onRecalled: (typed: Typed) => void): Typed | null {
  const [typed, setTyped] = useState<Typed | null>(null);
  const told = useRef(false);
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    const recalled = recallTyped();
    if (Object.keys(recalled).length === 0) return;
    setTyped(recalled);
    onRecalled(recalled);
  }, [onRecalled]);
  return typed;
}
