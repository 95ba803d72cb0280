import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

/** A product may be seen now, or may not any more, or says something else. */
export const productChanged = defineEvent('product.changed', 1, z.object({ productId: z.uuid() }));
