import { revalidateTag } from 'next/cache';
import { z } from 'zod';
import { defineSignedRoute, isInternalCall, SIGNATURE_HEADER } from '@/lib/http';
import { ok } from '@/lib/kernel/result';

const tagList = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.object({ tags: z.array(z.string().min(1).max(256)).min(1).max(500) }));

/** The worker says which cached reads are out of date; it then asks for the pages itself. */
export const POST = defineSignedRoute({
  name: 'internal.cache',
  verify: (headers, rawBody, now) =>
    isInternalCall(headers.get(SIGNATURE_HEADER), rawBody, now)
      ? (tagList.safeParse(rawBody).data ?? null)
      : null,
  handler: async ({ message }) => {
    for (const tag of message.tags) revalidateTag(tag, { expire: 0 });
    return ok({ expired: message.tags.length });
  },
});
