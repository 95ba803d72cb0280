import { z } from 'zod';
import type { Api } from '../api/answer-call';
import { ApiError, invalidRequest } from '../api/api-error';
import type { Call } from '../api/call';
import type { Surface, SurfaceReply, SurfaceRequest } from '../http-server';
import { requireCharge } from '../resources/charges';
import { requireOpenDispute } from '../resources/disputes';
import { requireIntent } from '../resources/payment-intents';
import { requirePayout, settlePayout } from '../resources/payouts';
import { requireRefund, settleRefund } from '../resources/refunds';
import { settleProcessing } from '../payments/confirmation';
import { closeDispute, openDispute } from '../payments/disputing';
import type { Store } from '../state/store';
import type { WebhookSender } from '../webhooks/delivery';

const SHOWN_DELIVERIES = 100;

const settled = z.strictObject({ succeeds: z.boolean() });
const opened = z.strictObject({ kind: z.enum(['fraudulent', 'product_not_received', 'inquiry']) });
const decided = z.strictObject({ status: z.enum(['won', 'lost', 'warning_closed']) });
const webhookSettings = z.strictObject({
  paused: z.boolean().optional(),
  delayMs: z.number().int().min(0).max(3_600_000).optional(),
});
const sending = z.strictObject({ events: z.array(z.string()).min(1).max(100) });

/**
 * What Stripe does by itself and a test or a person wants at will, as JSON under `/sandbox/`:
 *
 * - `GET deliveries`: the newest webhook deliveries
 * - `POST webhooks` `{ paused?, delayMs? }`: hold events back
 * - `POST webhooks/send` `{ events }`: send these now, one after the other: again, twice, in another order
 * - `POST payment_intents/:id/settle` `{ succeeds }`: end a payment that is processing
 * - `POST payment_intents/:id/dispute` `{ kind }`, `POST disputes/:id/settle` `{ status }`
 * - `POST refunds/:id/settle` `{ succeeds }`: a refund arrives, or comes back
 * - `POST payouts/:id/settle` `{ succeeds }`: a seller's bank takes a payout, or sends it back
 */
export function controls(api: Api, store: Store, webhooks: WebhookSender): Surface {
  return async (request) => {
    const [area, ...path] = request.url.pathname.split('/').filter(Boolean);
    if (area !== 'sandbox') return null;
    try {
      if (request.method === 'GET' && path.join('/') === 'deliveries') return json(200, deliveries(store));
      return json(200, await act(api, webhooks, path, bodyOf(request)));
    } catch (error) {
      if (error instanceof ApiError) return json(error.status, { error: error.error });
      if (error instanceof z.ZodError)
        return json(400, { error: invalidRequest(z.prettifyError(error)).error });
      throw error;
    }
  };
}

async function act(
  api: Api,
  webhooks: WebhookSender,
  path: readonly string[],
  body: unknown,
): Promise<object> {
  const [area, id, verb] = path;
  if (area === 'webhooks' && id === undefined) return adjust(webhooks, webhookSettings.parse(body));
  if (area === 'webhooks' && id === 'send') return sendInTurn(webhooks, sending.parse(body).events);
  const change = changeNamed(`${area} ${verb}`, id ?? '', body);
  if (!change) throw invalidRequest(`Unknown control: ${path.join('/')}`, { status: 404 });
  const result = api.perform(change);
  return result instanceof ApiError ? { error: result.error } : result;
}

function changeNamed(name: string, id: string, body: unknown): ((call: Call) => object) | null {
  switch (name) {
    case 'payment_intents settle':
      return (call) => settleProcessing(call, requireIntent(call, id), settled.parse(body).succeeds);
    case 'payment_intents dispute':
      return (call) => {
        const charge = requireCharge(call, requireIntent(call, id).latest_charge ?? '');
        return openDispute(call, charge, opened.parse(body).kind);
      };
    case 'disputes settle':
      return (call) => closeDispute(call, requireOpenDispute(call, id), decided.parse(body).status);
    case 'refunds settle':
      return (call) => settleRefund(call, requireRefund(call, id), settled.parse(body).succeeds);
    case 'payouts settle':
      return (call) => settlePayout(call, requirePayout(call, id), settled.parse(body).succeeds);
    default:
      return null;
  }
}

function adjust(webhooks: WebhookSender, { paused, delayMs }: z.output<typeof webhookSettings>): object {
  if (delayMs !== undefined) webhooks.delayBy(delayMs);
  if (paused === true) webhooks.pause();
  if (paused === false) webhooks.resume();
  return { object: 'webhooks', paused: webhooks.paused, delayMs: webhooks.delayMs };
}

async function sendInTurn(webhooks: WebhookSender, events: readonly string[]): Promise<object> {
  const statuses: (number | null)[] = [];
  for (const event of events) statuses.push(await webhooks.send(event));
  return { object: 'attempts', statuses };
}

function deliveries(store: Store): object {
  const data = [];
  for (const delivery of store.table('delivery').newestFirst()) {
    data.push({ ...delivery, type: store.get('event', delivery.id)?.type ?? null });
    if (data.length === SHOWN_DELIVERIES) break;
  }
  return { object: 'list', data };
}

function bodyOf(request: SurfaceRequest): unknown {
  if (request.method !== 'POST') throw invalidRequest('Controls are posted', { status: 405 });
  try {
    return JSON.parse(request.body || '{}');
  } catch {
    throw invalidRequest('Controls take JSON');
  }
}

function json(status: number, body: object): SurfaceReply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
