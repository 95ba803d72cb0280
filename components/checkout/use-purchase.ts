'use client';

import { useRef, useState, type RefObject } from 'react';
import { formatMoney, type Money } from '@/lib/kernel/money';
import { checkFields, focusFirst } from './check-fields';
import { forgetPurchaseKey, purchaseKey } from './checkout-form-state';
import { isReadyToPay, payWith } from './pay-with';
import type { Payer, PaymentElementHandle, RefusalWords, StripeSource } from './payment-element';
import type { PurchaseStage } from './place-bar';
import { byField, controlOf, payerOf, whoAndWhere, type Buyer } from './purchase-input';
import { NEW_CARD, type SavedCardChoice } from './saved-card';
import { sendOrder, type PlacedOrder } from './send-order';

/** What the buyer sees and agrees to by pressing the button. */
export type PurchaseQuote = {
  readonly fingerprint: string;
  /** What is to be charged: the total, less what store credit pays. */
  readonly toPay: Money;
  /** Until there is a postal code, tax may come on top. */
  readonly taxIsKnown: boolean;
  readonly useCredit: boolean;
  /** Chosen delivery code by seller. */
  readonly deliveries: Readonly<Record<string, string>>;
  /** Why it cannot be ordered as it stands, in words. */
  readonly blocked: string | null;
};

export type PurchaseWords = {
  readonly required: string;
  readonly invalidEmail: string;
  readonly fieldsWrong: string;
  readonly connection: string;
  /** Paying failed, but the order is there. */
  readonly placed: string;
  /** With `{before}` and `{now}`. */
  readonly changed: string;
  readonly refusals: RefusalWords;
};

type PurchaseContext = {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly quote: PurchaseQuote;
  readonly buyer: Buyer;
  readonly cards: readonly SavedCardChoice[];
  readonly source: StripeSource;
  readonly locale: string;
  readonly quoteAgain: () => void;
  readonly words: PurchaseWords;
};

/** Refusals after which the page is quoted anew, so that the buyer sees what there is to agree to now. */
const OUTDATED: ReadonlySet<string> = new Set([
  'price_changed',
  'out_of_stock',
  'offer_unavailable',
  'tax_place_unknown',
  'delivery_unavailable',
  'cart_empty',
  'amount_too_small',
  'promotion_used_up',
  'promotion_already_used',
]);

/** Refusals that end the purchase this key named: the next press is another one. */
const ENDED: ReadonlySet<string> = new Set(['quote_expired', 'conflict']);

/** From the press of the button to the paid order: check, place once, pay, and again when the bank says no. */
export function usePurchase({ form, quote, buyer, cards, source, words, ...context }: PurchaseContext) {
  const element = useRef<PaymentElementHandle>(null);
  const [card, chooseCard] = useState(cards[0]?.cardId ?? NEW_CARD);
  const [saveCard, setSaveCard] = useState(false);
  const [stage, setStage] = useState<PurchaseStage>('idle');
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [agreed, setAgreed] = useState<Money | null>(null);
  const [placed, setPlaced] = useState<(PlacedOrder & { readonly payer: Payer }) | null>(null);
  const way = () => ({ card, element: element.current, source, words: words.refusals });

  const fail = (message: string | null, wrong: Readonly<Record<string, string>> = {}) => {
    setFields(wrong);
    setProblem(message);
    setStage('idle');
    if (form.current) focusFirst(form.current, Object.keys(wrong).map(controlOf));
  };

  /** What is typed anew is not wrong until it is sent again. */
  const forgive = (control: string) => {
    const wrong = Object.entries(fields).filter(([field]) => controlOf(field) !== control);
    if (wrong.length === Object.keys(fields).length) return;
    setFields(Object.fromEntries(wrong));
    if (wrong.length === 0) setProblem(null);
  };

  const submit = async () => {
    if (stage !== 'idle' || !form.current) return;
    setProblem(null);
    setAgreed(null);
    const wrong = byField(checkFields(form.current, { required: words.required, email: words.invalidEmail }));
    if (Object.keys(wrong).length > 0) return fail(words.fieldsWrong, wrong);
    setFields({});
    setStage('placing');
    try {
      if (quote.toPay.amountMinor > 0 && !(await isReadyToPay(way()))) return fail(null);
      const order = placed ?? (await place(form.current));
      if (order) await pay(order);
    } catch (error) {
      reportError(error);
      fail(words.connection);
    }
  };

  const place = async (filled: HTMLFormElement) => {
    const payer = payerOf(buyer, filled);
    const keepsCard = saveCard && card === NEW_CARD;
    const result = await sendOrder({
      ...whoAndWhere(buyer, filled),
      deliveries: quote.deliveries,
      fingerprint: quote.fingerprint,
      idempotencyKey: purchaseKey(),
      saveCard: keepsCard,
      useCredit: quote.useCredit,
    });
    if (!result.ok) {
      if (result.error === 'price_changed') setAgreed(quote.toPay);
      if (ENDED.has(result.error)) forgetPurchaseKey();
      if (OUTDATED.has(result.error)) context.quoteAgain();
      fail(result.message, result.fields);
      return null;
    }
    forgetPurchaseKey();
    // What the payment was opened with; the form must go on saying the same.
    setSaveCard(keepsCard);
    setPlaced({ ...result.value, payer });
    // The order exists from here on: a reload, or coming back, shows it and offers to pay it.
    window.history.replaceState(null, '', result.value.orderPath);
    return { ...result.value, payer };
  };

  const pay = async ({ orderPath, clientSecret, payer }: PlacedOrder & { readonly payer: Payer }) => {
    setStage('paying');
    const returnUrl = new URL(orderPath, window.location.origin).href;
    if (clientSecret !== null) {
      const outcome = await payWith(way(), { clientSecret, returnUrl, payer });
      if (outcome.status === 'refused') {
        // The payment form itself says why; a saved card has none.
        return fail(card === NEW_CARD ? words.placed : `${outcome.message} ${words.placed}`);
      }
    }
    // Another document, without the payment provider's frames.
    window.location.assign(returnUrl);
  };

  const notice = agreed && changeNotice(agreed, quote.toPay, words.changed, context.locale);
  return {
    ...{ element, card, chooseCard, saveCard, setSaveCard, stage, fields, forgive, submit },
    isPlaced: placed !== null,
    notice,
    problem: notice === null ? problem : null,
  };
}

/** Null while the new total is on its way, or when it came out the same. */
function changeNotice(before: Money, now: Money, words: string, locale: string): string | null {
  if (before.amountMinor === now.amountMinor) return null;
  return words.replace('{before}', formatMoney(before, locale)).replace('{now}', formatMoney(now, locale));
}
