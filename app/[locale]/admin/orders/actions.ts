'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { confirmArrivalByStaff } from '@/lib/fulfilment';
import { defineAction } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';

/** Says that a parcel has arrived which its carrier never scanned at the door. */
export const confirmArrival = defineAction({
  name: 'admin.confirm-arrival',
  policy: { staff: ['admin', 'support'] },
  input: z.object({
    shipmentId: z
      .string()
      .transform((text) => parsePublicId('shp', text))
      .pipe(z.uuid()),
    reason: z.string().trim().min(3).max(500),
  }),
  handler: async ({ db, actor, clock, input }) => {
    const arrived = await confirmArrivalByStaff(db, { ...input, actor, now: clock() });
    if (arrived.ok) refresh();
    return arrived;
  },
});
