/**
 * First segments of addresses where somebody enters credentials or money, sees what is theirs, or runs a shop
 * or the market. Their documents are made per request and carry the strict content security policy.
 */
export const STRICT_SECTIONS = [
  'checkout',
  'orders',
  'account',
  'wishlist',
  'sell',
  'seller',
  'admin',
  'sign-in',
  'sign-up',
  'forgot',
  'reset',
  'verify',
  'join',
] as const;

/**
 * Addresses of those sections, in any locale, as a pattern that Next's routing reads. `proxy.ts` has to repeat it,
 * since Next reads a matcher without running any code; a test holds the two together.
 */
export const STRICT_ADDRESSES = `(?:[a-z]{2}/)?(?:${STRICT_SECTIONS.join('|')})(?:/.*)?`;

const STRICT_PATH = new RegExp(`^/${STRICT_ADDRESSES}$`);

/**
 * Whether the document at `path` (a path, with or without query and fragment) carries the strict policy. A policy
 * belongs to a document, not to an address: whoever comes from any other document has to load a new one.
 */
export function isStrictPath(path: string): boolean {
  return STRICT_PATH.test(path.split(/[?#]/, 1)[0] ?? '');
}
