import type { Stripe, StripeConstructor } from '@stripe/stripe-js';

/** Which Stripe.js to load and for whom. `locale` is the language of the form and of its refusals. */
export type StripeSource = {
  readonly scriptUrl: string;
  readonly publishableKey: string;
  readonly locale: string;
};

const constructors = new Map<string, Promise<StripeConstructor>>();
const clients = new Map<string, Promise<Stripe>>();

/**
 * The page's Stripe client: its script is added once however often this is called. Rejects when the script does
 * not arrive; the next call tries again.
 */
export function loadStripe(source: StripeSource): Promise<Stripe> {
  const key = `${source.scriptUrl} ${source.publishableKey} ${source.locale}`;
  return rememberUnlessRejected(clients, key, async () => {
    const construct = await rememberUnlessRejected(constructors, source.scriptUrl, () =>
      addScript(source.scriptUrl),
    );
    return construct(source.publishableKey, { locale: stripeLocale(source.locale) });
  });
}

function rememberUnlessRejected<T>(
  known: Map<string, Promise<T>>,
  key: string,
  start: () => Promise<T>,
): Promise<T> {
  const promise =
    known.get(key) ??
    start().catch((error: unknown) => {
      known.delete(key);
      throw error;
    });
  known.set(key, promise);
  return promise;
}

function addScript(url: string): Promise<StripeConstructor> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.async = true;
    script.addEventListener('load', () => {
      if (window.Stripe) resolve(window.Stripe);
      else reject(new Error(`${url} did not define Stripe`));
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${url} did not load`));
    });
    document.head.append(script);
  });
}

type StripeLocale = NonNullable<Parameters<StripeConstructor>[1]>['locale'];

function stripeLocale(locale: string): StripeLocale {
  return locale === 'en' ? 'en' : 'auto';
}
