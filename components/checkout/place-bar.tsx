'use client';

import { Lock } from '@/components/ui/desk-icons';
import { useSyncExternalStore } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Price } from '@/components/ui/price';
import { Spinner } from '@/components/ui/spinner';
import { FormStatus } from '@/components/ui/state';
import { formatMoney, type Money } from '@/lib/kernel/money';

/** What is going on between the press of the button and the paid order. */
export type PurchaseStage = 'idle' | 'quoting' | 'placing' | 'paying';

export type PlaceBarWords = {
  /** With `{amount}` where the total belongs. */
  readonly pay: string;
  /** The same, where the tax is not known yet. */
  readonly payPlusTax: string;
  /** Where there is nothing to pay. */
  readonly order: string;
  readonly placing: string;
  readonly paying: string;
  readonly total: string;
  readonly toCart: string;
};

type PlaceBarProps = {
  total: Money;
  taxIsKnown: boolean;
  locale: string;
  stage: PurchaseStage;
  /** Why it cannot be ordered as it stands. */
  blocked: string | null;
  words: PlaceBarWords;
};

/** The one button of the page, with what it costs on it. On phones it stays at the thumb. */
export function PlaceBar({ total, taxIsKnown, locale, stage, blocked, words }: PlaceBarProps) {
  const running = useIsRunning();
  if (blocked !== null) {
    return (
      <div className="grid gap-3">
        <FormStatus kind="warning">{blocked}</FormStatus>
        <ButtonLink href="/cart" wide>
          {words.toCart}
        </ButtonLink>
      </div>
    );
  }
  const busy = stage !== 'idle';
  const label =
    stage === 'placing'
      ? words.placing
      : stage === 'paying'
        ? words.paying
        : total.amountMinor === 0
          ? words.order
          : (taxIsKnown ? words.pay : words.payPlusTax).replace('{amount}', formatMoney(total, locale));
  return (
    <div className="max-md:fixed max-md:inset-x-0 max-md:bottom-(--tab-bar) max-md:z-20 max-md:flex max-md:items-center max-md:gap-4 max-md:border-t max-md:border-line max-md:bg-raised max-md:px-4 max-md:py-2.5">
      <div className="shrink-0 md:hidden">
        <p className="text-xs text-muted">{words.total}</p>
        <Price money={total} locale={locale} />
      </div>
      <Button
        type="submit"
        form="checkout"
        variant="primary"
        size="large"
        wide
        // Before the page's script runs, pressing it would send the form to nobody.
        disabled={busy || !running}
        aria-busy={busy}
        className="max-md:min-h-11"
      >
        {busy ? <Spinner /> : <Lock aria-hidden className="size-4" />}
        <span aria-live="polite">{label}</span>
      </Button>
    </div>
  );
}

/** Whether the page's script runs: not on the server, nor until it has arrived. */
function useIsRunning(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
