import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

export const sellerApplied = defineEvent('seller.applied', 1, z.object({ sellerId: z.uuid() }));

/** Staff decided: the storefront and every listing of the seller may have to appear or go. */
export const sellerStatusChanged = defineEvent(
  'seller.status_changed',
  1,
  z.object({
    sellerId: z.uuid(),
    slug: z.string(),
    status: z.enum(['applied', 'approved', 'declined', 'suspended']),
  }),
);

/** Where it sends, at what price or how fast: every listing of the seller may cost something else. */
export const sellerShippingChanged = defineEvent(
  'seller.shipping_changed',
  1,
  z.object({ sellerId: z.uuid() }),
);

/** It goes on holiday, plans to, or is back: its offers may have to hide or show, or arrive on other days. */
export const sellerHolidayChanged = defineEvent(
  'seller.holiday_changed',
  1,
  z.object({ sellerId: z.uuid(), slug: z.string() }),
);

/** Its words, pictures or return days: its storefront and the pages of what it sells show them. */
export const sellerStorefrontChanged = defineEvent(
  'seller.storefront_changed',
  1,
  z.object({ sellerId: z.uuid(), slug: z.string() }),
);
