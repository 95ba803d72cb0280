import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { STRICT_ADDRESSES } from '@/lib/kernel/strict-sections';
import { config } from '@/proxy';
import { publicPolicy, securityHeaderRules, strictPolicy, type BrowserTrust } from './security-headers';

const trust: BrowserTrust = {
  secure: true,
  development: false,
  media: ['https://media.example'],
  uploads: ['https://uploads.example'],
  stripe: {
    script: ['https://js.stripe.com'],
    frame: ['https://js.stripe.com', 'https://hooks.stripe.com'],
    connect: ['https://api.stripe.com'],
    form: ['https://connect.stripe.com'],
  },
  signIn: [],
};

const strict = (changes: Partial<BrowserTrust> = {}) =>
  sourcesOf(strictPolicy({ ...trust, ...changes }, { nonce: 'bm9uY2U=', inlineScripts: ['theme()'] }));
const ordinary = (changes: Partial<BrowserTrust> = {}) => sourcesOf(publicPolicy({ ...trust, ...changes }));

/** What the rules of next.config.ts send for a path; later rules override, as in Next. */
function headersFor(path: string, changes: Partial<BrowserTrust> = {}): Record<string, string> {
  const rules = securityHeaderRules({ ...trust, ...changes });
  const met = rules.filter(({ source }) =>
    new RegExp(`^${source.replace('/:path*', '(?:/.*)?')}$`).test(path),
  );
  return Object.fromEntries(met.flatMap(({ headers }) => headers.map(({ key, value }) => [key, value])));
}

function sourcesOf(policy: string): Record<string, string[]> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

describe('where money or credentials are entered', () => {
  test('no inline script runs but those with the nonce and those named word for word', () => {
    const { 'script-src': script } = strict();
    const hash = createHash('sha256').update('theme()').digest('base64');
    expect(script).toEqual(
      expect.arrayContaining(["'nonce-bm9uY2U='", "'strict-dynamic'", `'sha256-${hash}'`]),
    );
    expect(script).not.toContain("'unsafe-inline'");
    expect(script).not.toContain("'unsafe-eval'");
  });

  test('the payment provider may put its form into a frame and be asked, and nobody else', () => {
    expect(strict()['frame-src']).toEqual(trust.stripe.frame);
    expect(strict()['connect-src']).toEqual([
      "'self'",
      'https://media.example',
      'https://uploads.example',
      'https://api.stripe.com',
    ]);
  });

  test('a form leads elsewhere only to sign in, and only when that is configured', () => {
    expect(strict()['form-action']).toEqual(["'self'", 'https://connect.stripe.com']);
    const google = strict({ signIn: ['https://accounts.google.com'] });
    expect(google['form-action']).toEqual([
      "'self'",
      'https://accounts.google.com',
      'https://connect.stripe.com',
    ]);
  });
});

describe('public pages', () => {
  test('load scripts, frames and data from this origin alone, and post to it alone', () => {
    const { 'script-src': script, ...others } = ordinary();
    expect(script).toEqual(["'self'", "'unsafe-inline'"]);
    expect(others['connect-src']).toEqual(["'self'", 'https://media.example']);
    expect(others['frame-src']).toEqual(["'none'"]);
    expect(others['form-action']).toEqual(["'self'"]);
    expect(others['base-uri']).toEqual(["'none'"]);
    expect(others['object-src']).toEqual(["'none'"]);
  });
});

describe('every answer', () => {
  const paths = [
    '/',
    '/p/mug',
    '/search',
    '/checkout',
    '/api/me',
    '/media/abc-160.avif',
    '/_next/static/a.js',
  ];

  test.each(paths)('%s is no frame, is what its type says, and reaches no device', (path) => {
    expect(headersFor(path)).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
      'Permissions-Policy': expect.stringContaining('microphone=()'),
    });
  });

  test('the camera is of the desk and the bench, to read barcodes, and off on public pages', () => {
    for (const path of ['/seller/offers/new', '/fr/seller', '/account', '/pack', '/fr/pack']) {
      expect(headersFor(path)['Permissions-Policy']).toContain('camera=(self)');
    }
    for (const path of ['/', '/p/mug', '/p/pack', '/packs', '/sellers', '/api/me']) {
      expect(headersFor(path)['Permissions-Policy']).toContain('camera=()');
    }
  });

  test('lets the payment provider offer wallets', () => {
    expect(headersFor('/checkout')['Permissions-Policy']).toContain(
      'payment=(self "https://js.stripe.com" "https://hooks.stripe.com")',
    );
  });

  test('insists on https only where the shop has it', () => {
    expect(headersFor('/')['Strict-Transport-Security']).toMatch(/^max-age=\d{8}$/);
    expect(ordinary()).toHaveProperty('upgrade-insecure-requests');
    expect(strict()).toHaveProperty('upgrade-insecure-requests');
    expect(headersFor('/', { secure: false })).not.toHaveProperty('Strict-Transport-Security');
    expect(ordinary({ secure: false })).not.toHaveProperty('upgrade-insecure-requests');
    expect(strict({ secure: false })).not.toHaveProperty('upgrade-insecure-requests');
  });

  test('lets code be evaluated in development alone', () => {
    expect(ordinary({ development: true })['script-src']).toContain("'unsafe-eval'");
    expect(ordinary()['script-src']).not.toContain("'unsafe-eval'");
  });

  test.each(['/', '/p/mug', '/c/toys/blocks', '/s/maker', '/search', '/cart', '/sellers-guide', '/sw.js'])(
    '%s has the public policy, which is the same for everybody',
    (path) => {
      expect(headersFor(path)['Content-Security-Policy']).toBe(publicPolicy(trust));
    },
  );

  test.each([
    '/checkout',
    '/orders/A-1',
    '/account/security',
    '/seller',
    '/de/admin',
    '/sign-in',
    '/media/x',
  ])('%s is left to say for itself what it may do', (path) => {
    expect(headersFor(path)).not.toHaveProperty('Content-Security-Policy');
  });

  test('of an API does nothing when it is opened as a page', () => {
    expect(headersFor('/api/orders')['Content-Security-Policy']).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
  });
});

test('the proxy stands before the strict sections and forms, and before no page that is read', () => {
  const [strict, forms, ...others] = config.matcher;
  expect(strict?.source).toBe(`/(${STRICT_ADDRESSES})`);
  expect(forms).toMatchObject({ has: [{ type: 'header', key: 'content-type' }] });
  expect(others).toEqual([]);
});
