import type { z } from 'zod';
import type { Locale } from '@/lib/i18n';
import type { ActionFailure } from '@/lib/kernel/action-result';
import type { Refusal } from '@/lib/kernel/result';
import { log } from '@/lib/platform/log';
import type { ErrorCode } from './errors';
import { errorWords, fieldWords } from './words';

/**
 * A refusal in words. With `detail.field` the words belong beside that field of the form, and the form as a
 * whole says to look there.
 */
export function refusalToFailure<E extends ErrorCode>(refusal: Refusal<E>, locale: Locale): ActionFailure<E> {
  const { error, detail } = refusal;
  const message = errorWords(locale, error, detail);
  if (typeof detail?.field !== 'string') return { ok: false, error, message, detail };
  return { ok: false, error, message, detail, fields: { [detail.field]: message } };
}

export function invalidInput(error: z.ZodError, locale: Locale): ActionFailure<'invalid_input'> {
  return {
    ok: false,
    error: 'invalid_input',
    message: errorWords(locale, 'invalid_input'),
    fields: fieldWords(locale, error),
  };
}

/** Logs what went wrong and gives the person only the id to quote: the request's own. */
export function faultToFailure(
  error: unknown,
  where: string,
  requestId: string,
  locale: Locale,
): ActionFailure<'fault'> {
  log.error({ err: error, where, incidentId: requestId }, 'fault');
  return { ok: false, error: 'fault', message: errorWords(locale, 'fault'), incidentId: requestId };
}
