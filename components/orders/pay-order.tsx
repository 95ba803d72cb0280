'use client';

import { useRef, useState } from 'react';
import { isReadyToPay, payWith } from '@/components/checkout/pay-with';
import {
  usePaymentReturn,
  type Payer,
  type PaymentElementHandle,
  type StripeSource,
} from '@/components/checkout/payment-element';
import { NEW_CARD, type SavedCardChoice } from '@/components/checkout/saved-card';
import { WayToPay, type WayToPayWords } from '@/components/checkout/way-to-pay';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Spinner } from '@/components/ui/spinner';
import { FormStatus } from '@/components/ui/state';
import type { ActionResult } from '@/lib/kernel/action-result';
import type { Money } from '@/lib/kernel/money';

type PayOrderProps = {
  number: string;
  total: Money;
  payer: Payer;
  /** Whether the payment was opened to keep the card; the form must say the same. */
  savesCard: boolean;
  cards: readonly SavedCardChoice[];
  source: StripeSource;
  action: (request: { number: string }) => Promise<ActionResult<{ clientSecret: string }>>;
  words: WayToPayWords & { title: string; button: string; refused: string; fault: string };
};

/** Pays an order that waits for it: after a declined card, a closed tab, a walk to the bank and back. */
export function PayOrder({ number, total, payer, savesCard, cards, source, action, words }: PayOrderProps) {
  const element = useRef<PaymentElementHandle>(null);
  const [card, chooseCard] = useState(cards[0]?.cardId ?? NEW_CARD);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const returned = usePaymentReturn();

  const pay = async () => {
    const way = { card, element: element.current, source, words: words.refusals };
    if (!(await isReadyToPay(way))) return;
    const opened = await action({ number });
    if (!opened.ok) {
      if (opened.error === 'payment_already_made') window.location.reload();
      return setProblem(opened.message);
    }
    const { clientSecret } = opened.value;
    const outcome = await payWith(way, { clientSecret, returnUrl: window.location.href, payer });
    if (outcome.status !== 'refused') return window.location.reload();
    // The payment form itself says why; a saved card has none.
    if (card !== NEW_CARD) setProblem(outcome.message);
  };
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await pay();
    } catch (error) {
      reportError(error);
      setProblem(words.fault);
    }
    setBusy(false);
  };

  return (
    <Card className="grid gap-4 p-4 md:p-6">
      <h2 className="text-lg">{words.title}</h2>
      {returned === 'refused' && <FormStatus kind="warning">{words.refused}</FormStatus>}
      <WayToPay
        source={source}
        purchase={{ ...total, saveCard: savesCard }}
        cards={cards}
        chosen={card}
        onChoose={chooseCard}
        onSaveCard={null}
        element={element}
        words={words}
      />
      <FormStatus kind="error">{problem}</FormStatus>
      <Button
        variant="primary"
        size="large"
        wide
        disabled={busy}
        aria-busy={busy}
        onClick={() => void submit()}
      >
        {busy && <Spinner />}
        {words.button}
      </Button>
    </Card>
  );
}
