import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

/** Money is to go to a seller; the worker asks the provider. */
export const payoutRequested = defineEvent('payout.requested', 1, z.object({ payoutId: z.uuid() }));

/** Money is to come back from a seller's account. */
export const reversalRequested = defineEvent('reversal.requested', 1, z.object({ reversalId: z.uuid() }));
