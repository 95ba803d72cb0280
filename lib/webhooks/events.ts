import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

/** Nothing came through at an endpoint for days, and it is told nothing more until its seller says so. */
export const webhookEndpointFailed = defineEvent(
  'webhook_endpoint.failed',
  1,
  z.object({ endpointId: z.uuid(), sellerId: z.uuid(), url: z.string() }),
);
