import { newId } from '@/lib/kernel/ids';

/** In on requests, out on answers, along on jobs: one id to search the logs for. */
export const REQUEST_ID_HEADER = 'x-request-id';

const ACCEPTABLE = /^[A-Za-z0-9_-]{8,64}$/;

/** The id a proxy or browser gave, when it is one that may go into a log line; a new one otherwise. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get(REQUEST_ID_HEADER);
  return given && ACCEPTABLE.test(given) ? given : newId();
}
