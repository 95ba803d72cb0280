import { z } from 'zod';
import { addressId, postalAddressInput } from '@/lib/customers/input';
import { deliveriesIn } from '@/app/[locale]/(shop)/checkout/checkout-query';

/** What the checkout page sends. Amounts are not among it: the fingerprint says which ones the buyer saw. */
export const placeOrderInput = z.object({
  email: z.string().trim().max(254).pipe(z.email('email')),
  /** A saved address, or else a typed one. */
  addressId: addressId.optional(),
  address: postalAddressInput.optional(),
  deliveries: z.record(z.string(), z.string()).transform(deliveriesIn),
  fingerprint: z.string().max(64),
  idempotencyKey: z.uuid(),
  saveCard: z.boolean(),
  useCredit: z.boolean().default(false),
});

export type PlaceOrderInput = z.output<typeof placeOrderInput>;
