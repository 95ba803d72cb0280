import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

/** An offer's price or state changed: what buyers see of its product has to follow. */
export const offerChanged = defineEvent('offer.changed', 1, z.object({ offerId: z.uuid() }));

/** The same of many offers of one seller, changed at once. */
export const offersChanged = defineEvent(
  'offers.changed',
  1,
  z.object({ offerIds: z.array(z.uuid()).min(1) }),
);
