import type { Store } from '../../state/store';
import type { Delivery, Dispute, PaymentIntent, Payout, Refund, SandboxEvent } from '../../state/tables';
import type { WebhookSender } from '../../webhooks/delivery';
import { styles } from '../bundles';
import { displayAmount, escapeHtml, htmlDocument } from './document';

const SHOWN_PAYMENTS = 30;
const SHOWN_EVENTS = 60;

/** For people: what was paid, what became of it, which webhooks went out, and levers for what Stripe does by itself. */
export async function overviewPage(store: Store, webhooks: WebhookSender): Promise<string> {
  const payments = first(store.table('payment_intent').newestFirst(), SHOWN_PAYMENTS);
  const payouts = first(store.table('payout').newestFirst(), SHOWN_PAYMENTS);
  const events = first(store.table('event').newestFirst(), SHOWN_EVENTS);
  return htmlDocument({
    title: 'Stripe sandbox',
    styles: [await styles('base'), await styles('overview')],
    body: `<header><h1>Stripe sandbox</h1><p>No money moves here.</p></header>
<main>
<section><h2>Payments</h2>${payments.length ? payments.map((payment) => paymentRow(store, payment)).join('') : empty('Nothing has been paid yet. Place an order in the shop and it shows up here.')}</section>
<section><h2>Payouts to sellers</h2>${payouts.length ? payouts.map((payout) => payoutRow(store, payout)).join('') : empty('No seller has been paid out yet.')}</section>
<section><h2>Webhooks</h2>${webhookSettings(webhooks)}${events.length ? eventList(store, events) : empty('No event has happened yet.')}</section>
</main>`,
    script: '/overview.js',
  });
}

function paymentRow(store: Store, payment: PaymentIntent): string {
  const refunds = store.table('refund').having('payment_intent', payment.id);
  const disputes = store.table('dispute').having('payment_intent', payment.id);
  const failure = payment.last_payment_error?.message;
  return `<article>
<div class="line"><strong>${escapeHtml(displayAmount(payment.amount, payment.currency))}</strong>${status(payment.status)}<span>${escapeHtml(payment.description ?? '')}</span>${time(payment.created)}</div>
<code>${payment.id}</code>${failure ? `<p>${escapeHtml(failure)}</p>` : ''}
${paymentActions(payment, disputes)}${refunds.map(refundLine).join('')}${disputes.map(disputeLine).join('')}
</article>`;
}

function paymentActions(payment: PaymentIntent, disputes: readonly Dispute[]): string {
  const path = `payment_intents/${payment.id}`;
  if (payment.status === 'processing') {
    return actions(
      action(`${path}/settle`, { succeeds: true }, 'Let it succeed'),
      action(`${path}/settle`, { succeeds: false }, 'Let it fail'),
    );
  }
  if (payment.status !== 'succeeded' || disputes.length > 0) return '';
  return actions(action(`${path}/dispute`, { kind: 'fraudulent' }, 'Dispute it'));
}

function payoutRow(store: Store, payout: Payout): string {
  const path = `payouts/${payout.id}/settle`;
  const levers =
    payout.status === 'in_transit'
      ? actions(
          action(path, { succeeds: true }, 'Let it arrive'),
          action(path, { succeeds: false }, 'Let the bank send it back'),
        )
      : '';
  const seller = store.get('account', payout.account)?.business_profile?.name ?? payout.account;
  return `<article>
<div class="line"><strong>${escapeHtml(displayAmount(payout.amount, payout.currency))}</strong>${status(payout.status)}<span>${escapeHtml(seller)}</span>${time(payout.created)}</div>
<code>${payout.id}</code>${levers}
</article>`;
}

function refundLine(refund: Refund): string {
  const path = `refunds/${refund.id}/settle`;
  const settle = action(path, { succeeds: true }, 'Let it arrive');
  const fail = action(path, { succeeds: false }, 'Let it fail');
  const levers =
    refund.status === 'pending' ? actions(settle, fail) : refund.status === 'succeeded' ? actions(fail) : '';
  return `<div class="part"><div class="line"><span>Refund of ${escapeHtml(displayAmount(refund.amount, refund.currency))}</span>${status(refund.status ?? '')}${time(refund.created)}</div>${levers}</div>`;
}

function disputeLine(dispute: Dispute): string {
  const open = !['won', 'lost', 'warning_closed'].includes(dispute.status);
  const path = `disputes/${dispute.id}/settle`;
  const levers = open
    ? actions(action(path, { status: 'won' }, 'Shop wins'), action(path, { status: 'lost' }, 'Buyer wins'))
    : '';
  return `<div class="part"><div class="line"><span>Dispute: ${escapeHtml(dispute.reason.replaceAll('_', ' '))}</span>${status(dispute.status)}${time(dispute.created)}</div>${levers}</div>`;
}

function webhookSettings(webhooks: WebhookSender): string {
  const pause = webhooks.paused
    ? action('webhooks', { paused: false }, 'Send what was held back')
    : action('webhooks', { paused: true }, 'Hold back');
  const delay = webhooks.delayMs
    ? action('webhooks', { delayMs: 0 }, `Stop delaying (${webhooks.delayMs / 1000} s)`)
    : action('webhooks', { delayMs: 15_000 }, 'Delay by 15 s');
  return actions(pause, delay);
}

function eventList(store: Store, events: readonly SandboxEvent[]): string {
  const rows = events.map((event) => {
    const sent = store.get('delivery', event.id);
    const again = sent
      ? action(
          'webhooks/send',
          { events: [event.id] },
          sent.state === 'delivered' ? 'Send again' : 'Send now',
        )
      : '';
    const twice = sent ? action('webhooks/send', { events: [event.id, event.id] }, 'Send twice') : '';
    return `<li><div class="line"><span>${event.type}</span>${status(deliveryState(sent))}${time(event.created)}</div><code>${event.id}</code>${actions(again, twice)}</li>`;
  });
  return `<ul>${rows.join('')}</ul>`;
}

function deliveryState(delivery: Delivery | undefined): string {
  if (!delivery) return 'not subscribed';
  if (delivery.state === 'delivered')
    return delivery.attempts > 1 ? `delivered (${delivery.attempts} attempts)` : 'delivered';
  return delivery.attempts > 0
    ? `failed, ${delivery.attempts} attempts (${delivery.lastStatus ?? 'no answer'})`
    : 'waiting';
}

function action(path: string, body: object, label: string): string {
  return `<button data-post="/sandbox/${path}" data-body="${escapeHtml(JSON.stringify(body))}">${label}</button>`;
}

function actions(...buttons: readonly string[]): string {
  return `<div class="actions">${buttons.join('')}</div>`;
}

const GOOD = ['succeeded', 'won', 'delivered'];
const BAD = ['failed', 'lost', 'canceled', 'requires_payment_method', 'needs_response'];

function status(text: string): string {
  const kind = GOOD.some((good) => text.startsWith(good))
    ? 'good'
    : BAD.some((bad) => text.startsWith(bad))
      ? 'bad'
      : 'open';
  return `<span class="status ${kind}">${escapeHtml(text.replaceAll('_', ' '))}</span>`;
}

function time(seconds: number): string {
  const at = new Date(seconds * 1000).toISOString();
  return `<time datetime="${at}">${at.slice(11, 19)}</time>`;
}

function empty(words: string): string {
  return `<p class="empty">${words}</p>`;
}

function first<T>(rows: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  for (const row of rows) {
    taken.push(row);
    if (taken.length === count) break;
  }
  return taken;
}
