/** Nothing lives there; it only shows whether a path stays on its origin. */
const ANY_ORIGIN = 'http://same-site.invalid';

/** Pages that would send a signed-in person round in circles. */
const NOT_WORTH_RETURNING_TO = /^\/(sign-in|sign-up|api)(\/|$)/;

const LONGEST = 2000;

/**
 * Where to go after signing in: `path` when it is an address of this site, `fallback` otherwise. Parsed as a
 * browser would, so `//evil`, `/\evil`, `https:evil` and addresses with control characters are refused.
 */
export function safeReturnPath(path: unknown, fallback = '/'): string {
  if (typeof path !== 'string' || path.length > LONGEST || !path.startsWith('/')) return fallback;
  // oxlint-disable-next-line no-control-regex -- browsers drop tabs and line breaks before they parse
  if (/[\u0000-\u0020\\]/.test(path)) return fallback;
  if (!URL.canParse(path, ANY_ORIGIN)) return fallback;
  const url = new URL(path, ANY_ORIGIN);
  if (url.origin !== ANY_ORIGIN || url.pathname.startsWith('//')) return fallback;
  return NOT_WORTH_RETURNING_TO.test(url.pathname) ? fallback : `${url.pathname}${url.search}${url.hash}`;
}

/** The sign-in page that leads back to `path`. */
export function signInPath(path: string): string {
  const returnTo = safeReturnPath(path);
  return returnTo === '/' ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`;
}
