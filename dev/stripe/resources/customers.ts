import { z } from 'zod';
import { missingResource } from '../api/api-error';
import type { Call } from '../api/call';
import { newStripeId } from '../api/identifiers';
import { listPage, pageParameters } from '../api/pagination';
import { address, clearableText, metadata, shipping, text } from '../api/parameters';
import { route } from '../api/routing';
import type { Customer } from '../state/tables';
import { emit } from '../webhooks/events';
import { fullAddress, fullShipping } from './addresses';
import { mergeMetadata } from './metadata';

const writable = z.strictObject({
  address: address.optional(),
  description: clearableText.optional(),
  email: clearableText.optional(),
  metadata: metadata.optional(),
  name: clearableText.optional(),
  phone: clearableText.optional(),
  shipping: shipping.optional(),
});

type Writable = z.output<typeof writable>;

export const customerRoutes = [
  route('POST /v1/customers', {
    parameters: writable,
    answer(call, given) {
      const customer = call.store.put('customer', {
        ...blankCustomer(newStripeId('cus'), call.now),
        ...changedFields(given),
        metadata: mergeMetadata(null, given.metadata),
      });
      emit(call, 'customer.created', customer);
      return customer;
    },
  }),

  route('GET /v1/customers', {
    parameters: z.strictObject({ ...pageParameters, email: text.optional() }),
    answer: (call, { email, ...page }) =>
      listPage(call.store, 'customer', '/v1/customers', page, {
        where: (customer) => email === undefined || customer.email === email,
      }),
  }),

  route('GET /v1/customers/:customer', {
    parameters: z.strictObject({}),
    answer: (call, _, id) => requireCustomer(call, id),
  }),

  route('POST /v1/customers/:customer', {
    parameters: writable,
    answer(call, given, id) {
      const before = requireCustomer(call, id);
      const customer = call.store.put('customer', {
        ...before,
        ...changedFields(given),
        metadata: mergeMetadata(before.metadata, given.metadata),
      });
      emit(call, 'customer.updated', customer);
      return customer;
    },
  }),
];

export function requireCustomer(call: Call, id: string, status: 400 | 404 = 404): Customer {
  const customer = call.store.get('customer', id);
  if (!customer) throw missingResource('customer', id, { param: status === 404 ? 'id' : 'customer', status });
  return customer;
}

function changedFields({
  description,
  email,
  name,
  phone,
  address: givenAddress,
  shipping: givenShipping,
}: Writable) {
  return {
    ...(description !== undefined && { description }),
    ...(email !== undefined && { email }),
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(givenAddress && { address: fullAddress(givenAddress) }),
    ...(givenShipping && { shipping: fullShipping(givenShipping) }),
  };
}

function blankCustomer(id: string, now: number): Customer {
  return {
    id,
    object: 'customer',
    address: null,
    balance: 0,
    created: now,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
}
