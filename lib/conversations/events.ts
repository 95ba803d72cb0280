import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

const payload = z.object({
  conversationId: z.uuid(),
  /** Null about a product that was asked about. */
  orderId: z.uuid().nullable(),
  sellerId: z.uuid(),
  by: z.enum(['buyer', 'seller']),
  position: z.number().int().positive(),
  /** How many the other side has not seen, with this one. */
  unread: z.number().int().positive(),
});

export type MessageWritten = z.infer<typeof payload>;

export const messageWritten = defineEvent('message.written', 1, payload);
