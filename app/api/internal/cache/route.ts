import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { defineSignedRoute, isInternalCall, SIGNATURE_HEADER } from '@/lib/http';
import { LOCALES } from '@/lib/i18n';
import { ok } from '@/lib/kernel/result';
import { forgetAnswers } from '@/lib/search';

const pathList = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.object({ paths: z.array(z.string().startsWith('/').max(512)).min(1).max(500) }));

/** This process is told, by itself, which of its pages are out of date in whatever language, and with them what was found. */
export const POST = defineSignedRoute({
  name: 'internal.cache',
  verify: (headers, rawBody, now) =>
    isInternalCall(headers.get(SIGNATURE_HEADER), rawBody, now)
      ? (pathList.safeParse(rawBody).data ?? null)
      : null,
  handler: async ({ message }) => {
    forgetAnswers();
    for (const path of message.paths) {
      for (const locale of LOCALES) revalidatePath(`/${locale}${path === '/' ? '' : path}`);
    }
    return ok({ expired: message.paths.length });
  },
});
