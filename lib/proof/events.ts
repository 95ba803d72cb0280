import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

/** A proof found something broken that the one before it had not. */
export const moneyBroken = defineEvent('money.broken', 1, z.object({ proofId: z.uuid() }));
