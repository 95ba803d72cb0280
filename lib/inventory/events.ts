import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

/** What can be sold of an offer moved between in stock, few left and out. Pages and listings follow it. */
export const stockBucketChanged = defineEvent(
  'stock.bucket_changed',
  1,
  z.object({ offerId: z.uuid(), available: z.number().int().nonnegative() }),
);

/** What can be sold of an offer came down to the level its seller wants to be told at: once, until it was above again. */
export const stockRanLow = defineEvent(
  'stock.ran_low',
  1,
  z.object({ offerId: z.uuid(), available: z.number().int().nonnegative(), occurrenceId: z.uuid() }),
);
