import { randomBytes } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';
import { APPLY_THEME } from '@/components/shop/theme';
import { browserTrust, strictPolicy } from '@/lib/http/security-headers';
import { env } from '@/lib/platform/env';
import { stripeBrowserSources } from '@/lib/platform/stripe-browser';

/**
 * Documents in which money or credentials are entered, and nothing else: cached pages must not pass through here,
 * where they would be several times slower. Next reads this without running any code, so it is written out;
 * a test holds it to `STRICT_ADDRESSES`. What a page that is open already asks for (`rsc`) is no document.
 */
export const config = {
  matcher: [
    {
      source:
        '/((?:[a-z]{2}/)?(?:checkout|orders|account|wishlist|sell|seller|admin|sign-in|sign-up|forgot|reset|verify)(?:/.*)?)',
      missing: [{ type: 'header', key: 'rsc' }],
    },
  ],
};

/** Gives the document a nonce: Next finds it in the request's policy and puts it on every script it writes. */
export function proxy(request: NextRequest): NextResponse {
  const policy = strictPolicy(browserTrust(env(), stripeBrowserSources()), {
    nonce: randomBytes(16).toString('base64'),
    inlineScripts: [APPLY_THEME],
  });
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}
