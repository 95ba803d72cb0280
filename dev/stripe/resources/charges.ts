import { z } from 'zod';
import { missingResource } from '../api/api-error';
import type { Call } from '../api/call';
import { createdRange, isCreatedWithin, listPage, pageParameters } from '../api/pagination';
import { text } from '../api/parameters';
import { route } from '../api/routing';
import type { Charge } from '../state/tables';

export const chargeRoutes = [
  route('GET /v1/charges', {
    parameters: z.strictObject({
      ...pageParameters,
      created: createdRange.optional(),
      customer: text.optional(),
      payment_intent: text.optional(),
    }),
    answer: (call, { created, customer, payment_intent, ...page }) =>
      listPage(call.store, 'charge', '/v1/charges', page, {
        ...(payment_intent
          ? { index: ['payment_intent', payment_intent] as const }
          : customer && { index: ['customer', customer] as const }),
        where: (charge) =>
          isCreatedWithin(charge.created, created) &&
          (customer === undefined || charge.customer === customer),
      }),
  }),

  route('GET /v1/charges/:charge', {
    parameters: z.strictObject({}),
    answer: (call, _, id) => requireCharge(call, id),
  }),
];

export function requireCharge(call: Call, id: string, status: 400 | 404 = 404): Charge {
  const charge = call.store.get('charge', id);
  if (!charge) throw missingResource('charge', id, { param: status === 404 ? 'id' : 'charge', status });
  return charge;
}
