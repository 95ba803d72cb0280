import { z } from 'zod';
import { reportOfEvent } from '@/lib/platform/carriers';
import type { Database } from '@/lib/platform/database';
import { processWebhook, storeWebhook } from '@/lib/platform/webhook-inbox';
import { recordReport } from './record-report';

const SOURCE = 'easypost';

/** The job that acts on a stored event; its payload is the event's id. */
export const PROCESS_CARRIER_EVENT = 'process-carrier-event';
export const carrierEventReference = z.object({ externalId: z.string() });

/** Keeps a verified event and queues its work. A repeated one is kept once. */
export function storeCarrierEvent(
  db: Database,
  event: { readonly id: string; readonly description: string },
): Promise<void> {
  const { id: externalId, description: type } = event;
  return storeWebhook(db, { source: SOURCE, externalId, type, payload: event }, PROCESS_CARRIER_EVENT);
}

/** Acts on a stored event. Order and repetition do not matter: every scan has its own time and is kept once. */
export function processCarrierEvent(db: Database, externalId: string, now: Date): Promise<void> {
  return processWebhook(db, { source: SOURCE, externalId }, async (payload) => {
    const report = reportOfEvent(payload);
    if (report) await recordReport(db, report, now);
  });
}
