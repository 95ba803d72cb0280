import type { z } from 'zod';
import type { address, billingDetails, shipping } from '../api/parameters';

type GivenAddress = z.output<typeof address>;

/** A whole address: Stripe answers every field, null where nothing was given. */
export function fullAddress(given: GivenAddress | undefined) {
  return {
    city: given?.city ?? null,
    country: given?.country ?? null,
    line1: given?.line1 ?? null,
    line2: given?.line2 ?? null,
    postal_code: given?.postal_code ?? null,
    state: given?.state ?? null,
  };
}

export function fullBillingDetails(given: z.output<typeof billingDetails> | undefined) {
  return {
    address: fullAddress(given?.address),
    email: given?.email ?? null,
    name: given?.name ?? null,
    phone: given?.phone ?? null,
    tax_id: null,
  };
}

export function fullShipping(given: z.output<typeof shipping>) {
  return {
    address: fullAddress(given.address),
    name: given.name,
    phone: given.phone ?? null,
    carrier: given.carrier ?? null,
    tracking_number: given.tracking_number ?? null,
  };
}
