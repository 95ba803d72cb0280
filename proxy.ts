import { randomBytes } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';
import { APPLY_THEME } from '@/components/shop/theme';
import { requestLocale } from '@/lib/http/request-locale';
import { browserTrust, strictPolicy } from '@/lib/http/security-headers';
import { errorWords } from '@/lib/http/words';
import { isStrictPath } from '@/lib/kernel/strict-sections';
import { env } from '@/lib/platform/env';
import { stripeBrowserSources } from '@/lib/platform/stripe-browser';

/**
 * Documents in which money or credentials are entered, and forms that a browser sends by itself. Nothing else: cached
 * pages must not pass through here, where they would be several times slower. Next reads this without running any
 * code, so it is written out; a test holds it to `STRICT_ADDRESSES`. What a page that is open already asks for
 * (`rsc`) is no document.
 */
export const config = {
  matcher: [
    {
      source:
        '/((?:[a-z]{2}/)?(?:checkout|orders|account|wishlist|sell|seller|admin|sign-in|sign-up|forgot|reset|verify|join)(?:/.*)?)',
      missing: [{ type: 'header', key: 'rsc' }],
    },
    {
      source: '/((?!api/).*)',
      has: [{ type: 'header', key: 'content-type', value: 'multipart/form-data.*' }],
    },
  ],
};

/** As much as Next reads of a form (`serverActions.bodySizeLimit`); it answers more than that with a fault. */
const MOST_FORM_BYTES = 1024 * 1024;

/** A form beyond all measure is refused unread, in words. */
export function proxy(request: NextRequest): NextResponse {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_FORM_BYTES) {
    return new NextResponse(errorWords(requestLocale(request.headers), 'body_too_large'), { status: 413 });
  }
  return isStrictPath(request.nextUrl.pathname) ? strictDocument(request) : NextResponse.next();
}

/** Gives the document a nonce: Next finds it in the request's policy and puts it on every script it writes. */
function strictDocument(request: NextRequest): NextResponse {
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
