'use client';

import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { Skeleton } from '@/components/ui/skeleton';
import { watchTheme } from '@/components/ui/theme';
import { loadStripe, type StripeSource } from './load-stripe';
import type { PaymentOutcome, RefusalWords } from './outcome';
import { PaymentForm, type PaymentOrder, type Purchase } from './payment-form';

export type PaymentElementWords = {
  readonly loading: string;
  readonly loadFailed: string;
  readonly retry: string;
  readonly refusals: RefusalWords;
};

/** What checkout asks of the form when the buyer presses the button. */
export type PaymentElementHandle = {
  /**
   * Before the order is placed: is there something to pay with? A wallet opens its sheet here. Problems are shown
   * beside their fields, so that nothing is placed that cannot be paid.
   */
  check(): Promise<boolean>;
  /** After the order was placed. A refusal is shown under the form and the order can be paid again. */
  pay(order: PaymentOrder): Promise<PaymentOutcome>;
};

type Phase = 'loading' | 'ready' | 'failed';

/**
 * Stripe's form for cards, wallets and PayPal. What is typed stays in Stripe's frame; this component gives it a
 * place of reserved height, our look, and words for what went wrong.
 */
export function PaymentElement({
  source,
  purchase,
  words,
  onChange,
  ref,
}: {
  source: StripeSource;
  purchase: Purchase;
  words: PaymentElementWords;
  /** Told whether everything needed has been typed. */
  onChange?: (complete: boolean) => void;
  ref?: Ref<PaymentElementHandle>;
}) {
  const place = useRef<HTMLDivElement>(null);
  const form = useRef<PaymentForm | null>(null);
  const [phase, setPhase] = useState<Phase>('loading');
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const latest = useRef({ purchase, onChange });
  useEffect(() => {
    latest.current = { purchase, onChange };
  });

  const { scriptUrl, publishableKey, locale } = source;
  useEffect(() => {
    let ended = false;
    const failed = () => {
      if (!ended) setPhase('failed');
    };
    const open = async () => {
      const stripe = await loadStripe({ scriptUrl, publishableKey, locale });
      if (ended || !place.current) return;
      form.current = new PaymentForm(stripe, place.current, latest.current.purchase, {
        ready: () => setPhase('ready'),
        changed: (complete) => {
          setProblem(null);
          latest.current.onChange?.(complete);
        },
        failed,
      });
    };
    open().catch((error: unknown) => {
      reportError(error);
      failed();
    });
    const stopWatching = watchTheme(() => void form.current?.repaint());
    return () => {
      ended = true;
      stopWatching();
      form.current?.close();
      form.current = null;
    };
  }, [scriptUrl, publishableKey, locale, attempt]);

  const { amountMinor, currency, saveCard } = purchase;
  useEffect(() => {
    void form.current?.change({ amountMinor, currency, saveCard });
  }, [amountMinor, currency, saveCard]);

  useImperativeHandle(
    ref,
    () => ({
      async check() {
        setProblem(null);
        if (!form.current) return false;
        const refusal = await form.current.check(words.refusals);
        // A wrong field is marked inside the form; anything else is said here.
        if (refusal && !isAboutField(refusal.code)) setProblem(refusal.message);
        return refusal === null;
      },
      async pay(order) {
        setProblem(null);
        if (!form.current) return { status: 'refused', code: 'not_ready', message: words.loadFailed };
        const outcome = await form.current.pay(order, words.refusals);
        if (outcome.status === 'refused') setProblem(outcome.message);
        return outcome;
      },
    }),
    [words],
  );

  const retry = () => {
    setPhase('loading');
    setAttempt(attempt + 1);
  };

  return (
    <div className="grid gap-2">
      <div className={phase === 'ready' ? 'relative' : 'relative min-h-77'}>
        {phase === 'loading' && <FormSkeleton words={words.loading} />}
        {phase === 'failed' && (
          <div className="absolute inset-0 grid place-content-center justify-items-center gap-3 text-center">
            <p role="alert" className="text-muted">
              {words.loadFailed}
            </p>
            <Button variant="secondary" onClick={retry}>
              {words.retry}
            </Button>
          </div>
        )}
        <div ref={place} className={phase === 'ready' ? undefined : 'opacity-0'} />
      </div>
      <FieldError id="payment-problem" error={problem} />
    </div>
  );
}

function isAboutField(code: string): boolean {
  return code.startsWith('incomplete_') || code.startsWith('invalid_');
}

/** The shape of the form that is on its way: tabs, a wide field, two narrow ones. */
function FormSkeleton({ words }: { words: string }) {
  return (
    <div role="status" className="absolute inset-0 grid content-start gap-4">
      <span className="sr-only">{words}</span>
      <div className="grid grid-cols-3 gap-2">
        <Skeleton className="h-15.5" />
        <Skeleton className="h-15.5" />
        <Skeleton className="h-15.5" />
      </div>
      <Skeleton className="mt-6 h-12" />
      <div className="mt-9 grid grid-cols-2 gap-3">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
    </div>
  );
}
