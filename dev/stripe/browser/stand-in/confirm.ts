import type { ConfirmPaymentData, PaymentIntent, StripeError } from '@stripe/stripe-js';
import type { ApiClient, ApiResult } from './api-client';
import type { Elements } from './elements';
import { IntegrationError, requireKnown } from './integration-error';
import { showOverlay } from './overlay';

export type ConfirmOptions = {
  readonly elements?: Elements;
  readonly clientSecret: string;
  readonly confirmParams?: Partial<ConfirmPaymentData>;
  readonly redirect?: 'always' | 'if_required';
};

export type PaymentResult = { readonly paymentIntent: PaymentIntent } | { readonly error: StripeError };

const KNOWN_PARAMS = ['return_url', 'payment_method', 'payment_method_data', 'shipping', 'receipt_email'];

/** `stripe.confirmPayment`: pays, letting the buyer authenticate or sending them away where that is needed. */
export async function confirmPayment(api: ApiClient, options: ConfirmOptions): Promise<PaymentResult> {
  const { elements, clientSecret, confirmParams = {}, redirect = 'always' } = options;
  requireKnown('stripe.confirmPayment()', options, ['elements', 'clientSecret', 'confirmParams', 'redirect']);
  requireKnown('stripe.confirmPayment() confirmParams', confirmParams, KNOWN_PARAMS);
  const returnUrl = confirmParams.return_url;
  if (!returnUrl)
    throw new IntegrationError('stripe.confirmPayment(): confirmParams.return_url is required.');
  const method = await chosenMethod(elements, confirmParams);
  if ('error' in method) return method;
  const confirmed = await api.confirmIntent(clientSecret, {
    ...method.value,
    ...flatten({ shipping: confirmParams.shipping, receipt_email: confirmParams.receipt_email }),
    return_url: returnUrl,
    use_stripe_sdk: 'true',
  });
  const result = await handleNextAction(api, confirmed);
  if ('paymentIntent' in result && redirect === 'always')
    await leaveFor(returnAddress(returnUrl, result.paymentIntent));
  return result;
}

/** `stripe.handleNextAction`: what the buyer still has to do, then the payment as it is afterwards. */
export async function handleNextAction(
  api: ApiClient,
  got: ApiResult<PaymentIntent>,
): Promise<PaymentResult> {
  if ('error' in got) return { error: got.error };
  const { next_action: action, client_secret: clientSecret } = got.value;
  if (got.value.status !== 'requires_action' || !action || !clientSecret) return { paymentIntent: got.value };
  if (action.type === 'redirect_to_url') {
    return leaveFor(String(action.redirect_to_url?.url));
  }
  await showOverlay(`${challengeOf(action)}&overlay=1`, 'Confirm it is you');
  const after = await api.retrieveIntent(clientSecret);
  if ('error' in after) return after;
  const { last_payment_error: failure, status } = after.value;
  const failed = status === 'requires_payment_method' && failure;
  return failed
    ? { error: { ...failure, type: 'card_error', payment_intent: after.value } }
    : { paymentIntent: after.value };
}

function challengeOf(action: NonNullable<PaymentIntent['next_action']>): string {
  const address: unknown = Reflect.get(action.use_stripe_sdk ?? {}, 'stripe_js');
  if (typeof address === 'string') return address;
  throw new IntegrationError(`The sandbox does not know the step ${action.type}.`);
}

async function chosenMethod(
  elements: Elements | undefined,
  params: Partial<ConfirmPaymentData>,
): Promise<ApiResult<Readonly<Record<string, string>>>> {
  const { payment_method: saved, payment_method_data: data } = params;
  if (!elements) {
    if (!saved)
      throw new IntegrationError('stripe.confirmPayment(): needs elements or confirmParams.payment_method.');
    return { value: { payment_method: saved } };
  }
  const { element, submitted } = elements;
  if (!element || !submitted) {
    throw new IntegrationError('elements.submit() must be called before stripe.confirmPayment().');
  }
  if (submitted.type === 'wallet') return { value: { payment_method: submitted.paymentMethod } };
  if (submitted.type === 'paypal') {
    return { value: flatten({ payment_method_data: { ...data, type: 'paypal' } }) };
  }
  const made = await element.createMethod({ fields: flatten({ ...data }) });
  if ('error' in made) return made;
  return { value: { payment_method: String(made.paymentMethod) } };
}

/** Where a redirecting payment comes back to, with what Stripe adds. */
function returnAddress(returnUrl: string, intent: PaymentIntent): string {
  const url = new URL(returnUrl);
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', String(intent.client_secret));
  url.searchParams.set('redirect_status', intent.status === 'succeeded' ? 'succeeded' : 'pending');
  return url.href;
}

/** Goes there; never resolves, since the page ends. */
function leaveFor(address: string): Promise<never> {
  window.location.assign(address);
  return new Promise(() => {});
}

/** `{ a: { b: 'c' } }` -> `{ 'a[b]': 'c' }`; what is null or undefined is left out. */
function flatten(values: object, prefix = ''): Record<string, string> {
  const pairs = Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const path = prefix ? `${prefix}[${name}]` : name;
    if (value === null || value === undefined) return [];
    return typeof value === 'object' ? Object.entries(flatten(value, path)) : [[path, String(value)]];
  });
  return Object.fromEntries(pairs);
}
