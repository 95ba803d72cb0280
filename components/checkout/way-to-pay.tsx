'use client';

import type { Ref } from 'react';
import { Checkbox, RadioCard } from '@/components/ui/input';
import {
  PaymentElement,
  type PaymentElementHandle,
  type PaymentElementWords,
  type Purchase,
  type StripeSource,
} from './payment-element';
import { NEW_CARD, type SavedCardChoice } from './saved-card';

export type WayToPayWords = PaymentElementWords & {
  readonly choose: string;
  readonly newCard: string;
  readonly saveCard: string;
  readonly secure: string;
};

type WayToPayProps = {
  source: StripeSource;
  purchase: Purchase;
  cards: readonly SavedCardChoice[];
  /** A saved card's id, or `NEW_CARD`. */
  chosen: string;
  onChoose: (card: string) => void;
  /** Asks whether to keep the card; null where that is settled. */
  onSaveCard: ((save: boolean) => void) | null;
  element: Ref<PaymentElementHandle>;
  words: WayToPayWords;
};

/** A card kept from before, or the provider's form for cards, wallets and PayPal. */
export function WayToPay({
  source,
  purchase,
  cards,
  chosen,
  onChoose,
  onSaveCard,
  element,
  words,
}: WayToPayProps) {
  return (
    <div className="grid gap-4">
      {cards.length > 0 && (
        <fieldset className="grid gap-2">
          <legend className="sr-only">{words.choose}</legend>
          {cards.map(({ cardId, label, expires }) => (
            <RadioCard
              key={cardId}
              name="card"
              value={cardId}
              checked={chosen === cardId}
              onChange={() => onChoose(cardId)}
              label={label}
              hint={expires}
            />
          ))}
          <RadioCard
            name="card"
            value={NEW_CARD}
            checked={chosen === NEW_CARD}
            onChange={() => onChoose(NEW_CARD)}
            label={words.newCard}
          />
        </fieldset>
      )}
      {/* Kept in the page while a saved card is chosen: what was typed into it stays. */}
      <div hidden={chosen !== NEW_CARD} className="grid gap-2">
        <PaymentElement ref={element} source={source} purchase={purchase} words={words} />
        {onSaveCard && (
          <Checkbox
            checked={purchase.saveCard}
            onChange={(event) => onSaveCard(event.target.checked)}
            label={words.saveCard}
          />
        )}
      </div>
      <p className="text-sm text-muted">{words.secure}</p>
    </div>
  );
}
