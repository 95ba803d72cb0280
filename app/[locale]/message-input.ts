import { z } from 'zod';
import { LONGEST_MESSAGE } from '@/lib/conversations/model';
import { publicUuid } from './public-uuid';

/** What somebody wrote, and which message it is: a form that is sent twice says it once. */
export const writtenMessage = {
  messageId: publicUuid('msg'),
  body: z
    .string()
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1).max(LONGEST_MESSAGE)),
};

/** Why one side asks the market to look at a conversation. */
export const reportReason = { reason: z.string().trim().min(10).max(1000) };

export const REPORT_RATE = { limit: 10, windowSeconds: 3600, by: 'actor' } as const;

/** People write in bursts; programs write without end. */
export const MESSAGE_RATE = { limit: 30, windowSeconds: 600, by: 'actor' } as const;

const asked = z.object({
  before: z.coerce.number().int().positive().max(1e9).nullable().catch(null).default(null),
});

/** Which messages of a conversation an address asks for: those before a position, or the latest. */
export function earlierMessages(query: unknown): z.output<typeof asked> {
  return asked.parse(query);
}
