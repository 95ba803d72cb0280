import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

/** What can be sold of an offer moved between in stock, few left and out. Pages and listings follow it. */
export const stockBucketChanged = defineEvent(
  'stock.bucket_changed',
  1,
  z.object({ offerId: z.uuid(), available: z.number().int().nonnegative() }),
);
