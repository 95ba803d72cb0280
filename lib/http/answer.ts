import type { ActionFailure } from '@/lib/kernel/action-result';
import { ERROR_STATUS, type ErrorCode } from './errors';
import { REQUEST_ID_HEADER } from './request-id';

const PRIVATE = 'private, no-store';

/** A value as JSON; nothing to say is 204. Answers are not kept anywhere unless the route says so. */
export function jsonAnswer(value: unknown, requestId: string, cacheControl = PRIVATE): Response {
  const headers = { 'cache-control': cacheControl, [REQUEST_ID_HEADER]: requestId };
  return value === undefined || value === null
    ? new Response(null, { status: 204, headers })
    : Response.json(value, { headers });
}

/** A failure as `{ error, message, fields?, detail?, incidentId? }` with the status its code has. */
export function failureAnswer(failure: ActionFailure<ErrorCode>, requestId: string): Response {
  const { ok: _, ...body } = failure;
  const headers = new Headers({ 'cache-control': PRIVATE, [REQUEST_ID_HEADER]: requestId });
  const retryAfter = failure.detail?.retryAfterSeconds;
  if (typeof retryAfter === 'number') headers.set('retry-after', String(retryAfter));
  return Response.json(body, { status: ERROR_STATUS[failure.error], headers });
}

/** A ready answer of the handler's own, with the request's id added. */
export function withRequestIdHeader(response: Response, requestId: string): Response {
  const headers = new Headers(response.headers);
  headers.set(REQUEST_ID_HEADER, requestId);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
