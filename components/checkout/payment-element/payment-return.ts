'use client';

import { useEffect, useState } from 'react';

/** How Stripe says a redirected payment went, in the address it sends the buyer back to. */
export type PaymentReturn = 'paid' | 'processing' | 'refused';

const PARAMETERS = ['payment_intent', 'payment_intent_client_secret', 'redirect_status', 'source_type'];

/** Null when the buyer does not come back from paying. Not a proof of payment: the server asks Stripe. */
export function readPaymentReturn(parameters: URLSearchParams): PaymentReturn | null {
  if (!parameters.has('payment_intent')) return null;
  const status = parameters.get('redirect_status');
  if (status === 'succeeded') return 'paid';
  return status === 'pending' || status === 'processing' ? 'processing' : 'refused';
}

/** What the address said when the page opened; it is cleared from it, so that a reload does not say it again. */
export function usePaymentReturn(): PaymentReturn | null {
  const [returned, setReturned] = useState<PaymentReturn | null>(null);
  useEffect(() => {
    const url = new URL(window.location.href);
    const found = readPaymentReturn(url.searchParams);
    if (!found) return;
    setReturned(found);
    for (const name of PARAMETERS) url.searchParams.delete(name);
    window.history.replaceState(window.history.state, '', url);
  }, []);
  return returned;
}
