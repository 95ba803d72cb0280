import { z } from 'zod';

/** An amount in whole minor units (cent, yen, fils) of its currency. */
export const money = z.object({ amountMinor: z.int(), currency: z.string().length(3) });

/** Where the next page begins; null after the last. */
export const next = z.uuid().nullable();

/** What a list is asked with: where to go on, and how many. */
export const page = {
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
