import { isNull } from 'drizzle-orm';
import { shipments } from '@/db/schema/fulfilment';

/** Parcels to buyers: only they deliver an order, teach how fast parcels are, and can be said to have arrived. */
export const TO_BUYER = isNull(shipments.returnId);
