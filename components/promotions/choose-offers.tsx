'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Radio } from '@/components/ui/input';
import { QuantityStepper } from '@/components/ui/quantity-stepper';
import { FormStatus } from '@/components/ui/state';
import type { ActionResult } from '@/lib/kernel/action-result';
import type { NamedOffer } from '@/lib/offers/model';

export type FindOffers = (input: { text: string }) => Promise<ActionResult<readonly NamedOffer[]>>;

export type ChooseOffersWords = Readonly<
  Record<
    | 'legend'
    | 'all'
    | 'chosen'
    | 'find'
    | 'findHint'
    | 'search'
    | 'nothing'
    | 'add'
    | 'remove'
    | 'none'
    | 'less'
    | 'more'
    /** `Pieces of {title}`. */
    | 'pieces',
    string
  >
>;

type ChooseOffersProps = {
  find: FindOffers;
  /** A set is made of chosen things, of each so many pieces; else everything may be meant, too. */
  isSet: boolean;
  words: ChooseOffersWords;
};

/** What a promotion is for: everything, or offers found one by one. Sent as `offers.<offer id>`. */
export function ChooseOffers({ find, isSet, words }: ChooseOffersProps) {
  const [isChosen, setIsChosen] = useState(isSet);
  const [chosen, setChosen] = useState<readonly NamedOffer[]>([]);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-strong">{words.legend}</legend>
      {!isSet && (
        <div className="flex flex-wrap gap-x-6">
          <Radio name="goods" checked={!isChosen} onChange={() => setIsChosen(false)} label={words.all} />
          <Radio name="goods" checked={isChosen} onChange={() => setIsChosen(true)} label={words.chosen} />
        </div>
      )}
      {isChosen && (
        <>
          <ChosenOffers
            offers={chosen}
            remove={(offerId) => setChosen(chosen.filter((offer) => offer.offerId !== offerId))}
            {...{ isSet, words }}
          />
          <FoundOffers
            find={find}
            isNew={({ offerId }) => chosen.every((offer) => offer.offerId !== offerId)}
            add={(offer) => setChosen([...chosen, offer])}
            words={words}
          />
        </>
      )}
    </fieldset>
  );
}

type ChosenOffersProps = {
  offers: readonly NamedOffer[];
  remove: (offerId: string) => void;
  isSet: boolean;
  words: ChooseOffersWords;
};

function ChosenOffers({ offers, remove, isSet, words }: ChosenOffersProps) {
  if (offers.length === 0) return <p className="text-sm text-muted">{words.none}</p>;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {offers.map((offer) => (
        <li key={offer.offerId} className="flex flex-wrap items-center justify-between gap-3 px-3 py-2">
          <OfferName offer={offer} />
          <span className="flex items-center gap-2 max-sm:basis-full max-sm:justify-between">
            {isSet ? (
              <QuantityStepper
                name={`offers.${offer.offerId}`}
                min={1}
                max={99}
                initial={1}
                labels={{
                  quantity: words.pieces.replace('{title}', offer.title),
                  less: words.less,
                  more: words.more,
                }}
              />
            ) : (
              <input type="hidden" name={`offers.${offer.offerId}`} value="1" />
            )}
            <Button variant="quiet" onClick={() => remove(offer.offerId)}>
              {words.remove}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}

type FoundOffersProps = {
  find: FindOffers;
  isNew: (offer: NamedOffer) => boolean;
  add: (offer: NamedOffer) => void;
  words: ChooseOffersWords;
};

function FoundOffers({ find, isNew, add, words }: FoundOffersProps) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<ActionResult<readonly NamedOffer[]> | null>(null);
  const search = async () => setFound(await find({ text }));
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-[1fr_auto] items-start gap-2">
        <TextField
          type="search"
          label={words.find}
          hint={words.findHint}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The form around is not meant.
            event.preventDefault();
            void search();
          }}
        />
        <Button className="mt-[1.625rem]" onClick={search}>
          {words.search}
        </Button>
      </div>
      {found && !found.ok && <FormStatus kind="error">{found.message}</FormStatus>}
      {found?.ok && found.value.length === 0 && <p className="text-sm text-muted">{words.nothing}</p>}
      {found?.ok && (
        <ul className="divide-y divide-line">
          {found.value.filter(isNew).map((offer) => (
            <li key={offer.offerId} className="flex items-center justify-between gap-3 py-1">
              <OfferName offer={offer} />
              <Button variant="quiet" onClick={() => add(offer)} aria-label={`${words.add}: ${offer.title}`}>
                {words.add}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function OfferName({ offer: { title, variantLabel, sellerSku } }: { offer: NamedOffer }) {
  return (
    <span className="min-w-0 flex-1 text-sm">
      <span className="line-clamp-2">{variantLabel ? `${title}, ${variantLabel}` : title}</span>
      <span className="text-muted tabular-nums">{sellerSku}</span>
    </span>
  );
}
