import type { Api } from '../../api/answer-call';
import { ApiError } from '../../api/api-error';
import type { SurfaceReply, SurfaceRequest } from '../../http-server';
import { completeAction, type BuyerStep } from '../../payments/confirmation';
import type { Store } from '../../state/store';
import type { PaymentIntent } from '../../state/tables';
import { styles } from '../bundles';
import { STEP_DONE } from '../messages';
import { displayAmount, escapeHtml, htmlDocument, schemeOf, type Scheme } from './document';
import { BRANDS, ICONS } from './icons';

export type StepPage = 'challenge' | 'paypal';

const STEPS: Readonly<Record<StepPage, readonly BuyerStep[]>> = {
  challenge: ['approved', 'refused'],
  paypal: ['approved', 'approved_later', 'refused'],
};

/**
 * The pages of others a buyer passes through: the bank's challenge and PayPal's approval. `GET` shows the page,
 * `POST` takes the pressed button and sends the buyer back; a step already taken goes straight back.
 */
export async function buyerStep(
  api: Api,
  store: Store,
  page: StepPage,
  request: SurfaceRequest,
): Promise<SurfaceReply> {
  const overlay = request.url.searchParams.has('overlay');
  const scheme = schemeOf(request.url);
  const intent = intentOf(store, request.url.searchParams.get('client_secret'));
  if (!intent) return html(404, await noSuchPayment());
  const returnUrl = intent.next_action?.redirect_to_url?.return_url ?? returnUrlOf(store, intent);
  if (request.method === 'POST') {
    const step = STEPS[page].find((known) => known === new URLSearchParams(request.body).get('step'));
    if (!step) return html(400, await noSuchPayment());
    const after = takeStep(api, store, intent, step);
    return overlay ? html(200, await doneInOverlay(scheme)) : goBack(after, returnUrl);
  }
  if (intent.status !== 'requires_action')
    return overlay ? html(200, await doneInOverlay(scheme)) : goBack(intent, returnUrl);
  return html(
    200,
    await (page === 'challenge' ? challengePage(intent, overlay, scheme, store) : paypalPage(intent, scheme)),
  );
}

function takeStep(api: Api, store: Store, intent: PaymentIntent, step: BuyerStep): PaymentIntent {
  const waiting = intent.status === 'requires_action';
  const result = waiting ? api.perform((call) => completeAction(call, intent, step)) : intent;
  return result instanceof ApiError ? (store.get('payment_intent', intent.id) ?? intent) : result;
}

/** Back to the shop, with what Stripe adds to the address. */
function goBack(intent: PaymentIntent, returnUrl: string | null): SurfaceReply {
  if (!returnUrl) return { status: 204, headers: {}, body: '' };
  const url = new URL(returnUrl);
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '');
  url.searchParams.set('redirect_status', redirectStatus(intent));
  return { status: 303, headers: { location: url.href }, body: '' };
}

function redirectStatus({ status }: PaymentIntent): string {
  if (status === 'succeeded' || status === 'requires_capture') return 'succeeded';
  return status === 'processing' ? 'pending' : 'failed';
}

function intentOf(store: Store, clientSecret: string | null): PaymentIntent | null {
  const intent = clientSecret
    ? store.get('payment_intent', clientSecret.split('_secret_')[0] ?? '')
    : undefined;
  return intent?.client_secret === clientSecret ? (intent ?? null) : null;
}

/** Where the last attempt said to return; the intent itself forgets it with its next action. */
function returnUrlOf(store: Store, intent: PaymentIntent): string | null {
  for (const event of store.table('event').newestFirst()) {
    const { object } = event.data;
    if (event.type !== 'payment_intent.requires_action' || object.object !== 'payment_intent') continue;
    if (object.id === intent.id) return object.next_action?.redirect_to_url?.return_url ?? null;
  }
  return null;
}

async function challengePage(
  intent: PaymentIntent,
  overlay: boolean,
  scheme: Scheme | null,
  store: Store,
): Promise<string> {
  const card = store.get('payment_method', intent.payment_method ?? '')?.card;
  const amount = displayAmount(intent.amount, intent.currency);
  return stepDocument({
    title: 'Confirm it is you',
    overlay,
    scheme,
    body: `<header>${ICONS.shield}<span>Sandbox bank</span>${card ? (BRANDS[card.brand] ?? '') : ''}</header>
<h1>Confirm it is you</h1>
<p>Your bank wants to know that it is really you who pays <strong>${escapeHtml(amount)}</strong>${card ? ` with the card ending in <strong>${card.last4}</strong>` : ''}.</p>
<form method="post">
<button class="primary" name="step" value="approved">Confirm payment</button>
<button name="step" value="refused">Fail the check</button>
</form>
<footer>3-D Secure test page. No money moves.</footer>`,
  });
}

async function paypalPage(intent: PaymentIntent, scheme: Scheme | null): Promise<string> {
  const amount = displayAmount(intent.amount, intent.currency);
  return stepDocument({
    title: 'PayPal sandbox',
    overlay: false,
    scheme,
    body: `<header>${ICONS.paypal}<span>PayPal sandbox</span></header>
<h1>Pay ${escapeHtml(amount)}</h1>
<p>${escapeHtml(intent.description ?? 'Souk')}, from the account <strong>buyer@paypal.example</strong>.</p>
<form method="post">
<button class="primary" name="step" value="approved">Approve and pay</button>
<button name="step" value="approved_later">Approve, confirmed later</button>
<button name="step" value="refused">Cancel and go back</button>
</form>
<footer>Test page. No money moves.</footer>`,
  });
}

async function doneInOverlay(scheme: Scheme | null): Promise<string> {
  return `${await stepDocument({ title: 'Returning', overlay: true, scheme, body: '<p role="status">Going back to the shop…</p>' })}
<script>parent.postMessage({ type: ${JSON.stringify(STEP_DONE)} }, '*')</script>`;
}

function noSuchPayment(): Promise<string> {
  return stepDocument({
    title: 'No such payment',
    overlay: false,
    scheme: null,
    body: '<h1>No such payment</h1><p>This address does not belong to a payment that waits for you. Go back to the shop and try again.</p>',
  });
}

async function stepDocument(page: {
  title: string;
  overlay: boolean;
  scheme: Scheme | null;
  body: string;
}): Promise<string> {
  return htmlDocument({
    title: page.title,
    scheme: page.scheme,
    styles: [await styles('base'), await styles('steps')],
    body: `<main class="${page.overlay ? 'sheet' : 'page'}"><div class="box">${page.body}</div></main>`,
  });
}

function html(status: number, body: string): SurfaceReply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}
