import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

/** The person has shown that the address is theirs; what guests did under it may now be given to them. */
export const emailVerified = defineEvent(
  'user.email_verified',
  1,
  z.object({ userId: z.uuid(), email: z.string() }),
);
